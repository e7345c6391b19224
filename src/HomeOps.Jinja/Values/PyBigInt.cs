using System.Numerics;

namespace HomeOps.Jinja.Values;

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
