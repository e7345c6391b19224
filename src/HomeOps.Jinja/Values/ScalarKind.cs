using System.Numerics;

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

/// <summary>An int of more than 64 bits.</summary>
internal sealed class PyBigInt(BigInteger number) : PyObject(ValueKind.BigInt)
{
    public BigInteger Number { get; } = number;

    public override string TypeName => "int";

    public override string Repr()
    {
        // Python's guard against quadratic conversions: 4300 digits are just under 14285 bits.
        const long MostBits = 14284;
        var text = Number.GetBitLength() <= MostBits + 1 ? Number.ToString() : null;
        return text is not null && text.Length - (Number.Sign < 0 ? 1 : 0) <= 4300
            ? text
            : throw JinjaException.Value("Exceeds the limit (4300 digits) for integer string conversion");
    }

    public override bool IsTrue => true;
}

/// <summary>Text known to be safe HTML.</summary>
internal sealed class PyMarkup(string text) : PyObject(ValueKind.Markup)
{
    public string Text { get; } = text;

    public override string TypeName => "Markup";

    public override string TypeModule => "markupsafe";

    public override string Str() => Text;

    public override string Html() => Text;

    public override string Repr() => "Markup(" + StringRepr.Of(Text) + ")";

    public override bool IsTrue => Text.Length != 0;
}
