using System.Numerics;

namespace HomeOps.Age;

/// <summary>Binary digits of pi, which Blowfish starts from. Computing them takes less room than a table and some milliseconds.</summary>
internal static class PiDigits
{
    private const int GuardBits = 64;

    /// <summary>The digits behind the point, 32 to a word.</summary>
    public static uint[] Words(int count)
    {
        var bits = (count * 32) + GuardBits;

        // Machin: pi = 16 arctan(1/5) - 4 arctan(1/239).
        var pi = (16 * InverseArcTangent(5, bits)) - (4 * InverseArcTangent(239, bits));
        var digits = (pi & ((BigInteger.One << bits) - 1)) >> GuardBits;
        var words = new uint[count];
        for (var i = count - 1; i >= 0; i--, digits >>= 32)
        {
            words[i] = (uint)(digits & uint.MaxValue);
        }

        return words;
    }

    private static BigInteger InverseArcTangent(int x, int bits)
    {
        var power = (BigInteger.One << bits) / x;
        var sum = power;
        var square = x * x;
        for (var n = 3; !power.IsZero; n += 2)
        {
            power /= square;
            var term = power / n;
            sum += n % 4 == 3 ? -term : term;
        }

        return sum;
    }
}
