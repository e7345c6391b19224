using System.Globalization;

namespace HomeOps.Cluster;

/// <summary>A 48-bit hardware address, written as six pairs of lower-case hexadecimal digits joined by colons.</summary>
/// <param name="Value">The address as a number, first pair highest.</param>
public readonly record struct MacAddress(ulong Value)
{
    private const int TextLength = 17;

    /// <summary>Reads the written form; upper case and other separators are refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out MacAddress address)
    {
        address = default;
        if (text.Length != TextLength)
        {
            return false;
        }

        ulong value = 0;
        for (var i = 0; i < TextLength; i++)
        {
            var c = text[i];
            if (i % 3 == 2)
            {
                if (c != ':')
                {
                    return false;
                }

                continue;
            }

            if (!char.IsAsciiHexDigitLower(c))
            {
                return false;
            }

            value = (value << 4) | (uint)(char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10);
        }

        address = new MacAddress(value);
        return true;
    }

    /// <summary>
    /// The written form of an address in another customary form (upper case, dashes, dots, no separators), or null when the
    /// text does not hold exactly twelve hexadecimal digits.
    /// </summary>
    public static MacAddress? FromOtherForm(string text)
    {
        ulong value = 0;
        var digits = 0;
        foreach (var c in text)
        {
            if (c is ':' or '-' or '.' or ' ')
            {
                continue;
            }

            if (!char.IsAsciiHexDigit(c) || ++digits > 12)
            {
                return null;
            }

            value = (value << 4) | uint.Parse([c], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        return digits == 12 ? new MacAddress(value) : null;
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            TextLength,
            Value,
            static (text, value) =>
            {
                for (var i = 0; i < TextLength; i++)
                {
                    text[i] = i % 3 == 2 ? ':' : "0123456789abcdef"[(int)(value >> (44 - (4 * (i - (i / 3)))) & 15)];
                }
            }
        );
}
