namespace HomeOps.Jinja.Rendering;

/// <summary>The frame of a template body, block, macro or recursive loop while it is bound: counts the slots it needs.</summary>
internal sealed class FunctionLayout(FunctionLayout? outer)
{
    /// <summary>The function it is written in; blocks and template bodies have none.</summary>
    public FunctionLayout? Outer { get; } = outer;

    /// <summary>How many slots a frame has.</summary>
    public int Count { get; private set; }

    public int NewSlot() => Count++;

    /// <summary>How many functions outwards another one is.</summary>
    public int HopsTo(FunctionLayout other)
    {
        var hops = 0;
        for (var layout = this; layout is not null && layout != other; layout = layout.Outer)
        {
            hops++;
        }

        return hops;
    }
}
