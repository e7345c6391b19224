namespace HomeOps.Jinja.Values;

/// <summary>The bounds of a slice as an object, which only messages show.</summary>
internal sealed class PySlice(Value start, Value stop, Value step) : PyObject
{
    public override string TypeName => "slice";

    public override bool IsHashable => false;

    public override string Repr() => $"slice({Repr(start)}, {Repr(stop)}, {Repr(step)})";

    private static string Repr(Value bound) => bound.IsMissing ? "None" : PyText.Repr(bound);
}
