using System.Text;

namespace HomeOps.Yaml;

/// <summary>
/// The order in which go-yaml v3 and v4 write the keys of a map: letters by code point, digit runs as numbers, other characters
/// before letters (go-yaml sorter.go, <c>keyList</c>).
/// </summary>
public sealed class GoV3KeyOrder : IComparer<string>
{
    private GoV3KeyOrder() { }

    /// <summary>The one order.</summary>
    public static GoV3KeyOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        var a = Runes(x);
        var b = Runes(y);
        var digits = false;
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] == b[i])
            {
                digits = Rune.IsDigit(a[i]);
                continue;
            }

            var aLetter = Rune.IsLetter(a[i]);
            var bLetter = Rune.IsLetter(b[i]);
            if (aLetter && bLetter)
            {
                return a[i].CompareTo(b[i]);
            }

            if (aLetter || bLetter)
            {
                // A number that goes on is the larger one.
                return digits == aLetter ? -1 : 1;
            }

            return CompareNumbers(a, b, i);
        }

        return a.Length.CompareTo(b.Length);
    }

    private static Rune[] Runes(string? text) => text is null ? [] : [.. text.EnumerateRunes()];

    private static int CompareNumbers(Rune[] a, Rune[] b, int at)
    {
        // A run that touches a zero takes the digits before it into account, so that 10 and 100 keep their place values.
        long aStart = 0,
            bStart = 0;
        if (a[at].Value == '0' || b[at].Value == '0')
        {
            for (var j = at - 1; j >= 0 && Rune.IsDigit(a[j]); j--)
            {
                if (a[j].Value != '0')
                {
                    aStart = 1;
                    bStart = 1;
                    break;
                }
            }
        }

        var (aNumber, aEnd) = Number(a, at, aStart);
        var (bNumber, bEnd) = Number(b, at, bStart);
        if (aNumber != bNumber)
        {
            return aNumber.CompareTo(bNumber);
        }

        return aEnd != bEnd ? aEnd.CompareTo(bEnd) : a[at].CompareTo(b[at]);
    }

    private static (long Value, int End) Number(Rune[] runes, int from, long start)
    {
        var value = start;
        var end = from;
        while (end < runes.Length && Rune.IsDigit(runes[end]))
        {
            value = unchecked((value * 10) + (runes[end].Value - '0'));
            end++;
        }

        return (value, end);
    }
}
