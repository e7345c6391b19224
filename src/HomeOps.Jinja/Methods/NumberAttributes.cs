using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>real, imag, numerator, denominator.</summary>
internal static class NumberAttributes
{
    /// <summary>The attribute, missing when the value has none of that name.</summary>
    public static Value Find(Value owner, string name) =>
        owner.Kind switch
        {
            ValueKind.Float => name switch
            {
                "real" => owner,
                "imag" => 0.0,
                _ => default,
            },
            ValueKind.Int or ValueKind.Bool or ValueKind.BigInt => name switch
            {
                "real" or "numerator" => Value.Integer(owner.AsBigInteger),
                "imag" => 0,
                "denominator" => 1,
                _ => default,
            },
            _ => default,
        };
}
