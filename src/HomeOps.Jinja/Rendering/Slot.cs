using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>Where a variable lives at run time.</summary>
/// <param name="Hops">How many functions (macros, recursive loops) outwards.</param>
/// <param name="Index">Which value of that function's frame.</param>
internal readonly record struct Slot(int Hops, int Index)
{
    /// <summary>The variable as a frame sees it.</summary>
    public ref Value In(Frame frame)
    {
        for (var hops = Hops; hops > 0; hops--)
        {
            frame = frame.Outer;
        }

        return ref frame.Slots[Index];
    }
}
