using System.Globalization;
using System.Numerics;
using HomeOps.Yaml;

namespace HomeOps.Kustomize;

/// <summary>
/// Floating-point numbers on their way through kustomize: written as JSON, read again, printed. Whole numbers that fit 64 bits come out
/// as integers.
/// </summary>
internal static class GoNumberText
{
    // Go's JSON writes an exponent from here on.
    private const double JsonExponentFrom = 1e21;

    public static string Of(double value)
    {
        if (value == Math.Truncate(value) && Math.Abs(value) < JsonExponentFrom)
        {
            var whole = new BigInteger(value);
            // The shortest digits that name the double, not its exact value.
            var shortest = BigInteger.Parse(
                value.ToString("R", CultureInfo.InvariantCulture),
                NumberStyles.Float,
                CultureInfo.InvariantCulture
            );
            if (whole >= long.MinValue && whole <= ulong.MaxValue && shortest <= ulong.MaxValue)
            {
                return shortest.ToString(CultureInfo.InvariantCulture);
            }
        }

        return YamlScalars.Of(new YamlValue(YamlKind.Float, value)).Value;
    }
}
