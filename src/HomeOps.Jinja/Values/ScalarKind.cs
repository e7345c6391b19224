namespace HomeOps.Jinja.Values;

/// <summary>The mark of a value whose number sits in the bits beside it.</summary>
internal sealed class ScalarKind : PyObject
{
    internal static readonly ScalarKind None = new(ValueKind.None, "NoneType");
    internal static readonly ScalarKind Bool = new(ValueKind.Bool, "bool");
    internal static readonly ScalarKind Int = new(ValueKind.Int, "int");
    internal static readonly ScalarKind Float = new(ValueKind.Float, "float");

    private ScalarKind(ValueKind kind, string typeName)
        : base(kind) => TypeName = typeName;

    public override string TypeName { get; }
}
