using System.Globalization;
using System.Text;

namespace HomeOps.Yaml;

/// <summary>
/// The order in which go-yaml v2 writes the keys of a map: letters by code point, everything else before letters, runs of digits as
/// numbers (<c>a-2</c> before <c>a-10</c>).
/// </summary>
/// <remarks>
/// The relation is not transitive for rare sets of keys that mix digits, leading zeros and punctuation, so <see cref="Sort{T}"/> is
/// used instead of the runtime's sort, which may reject such a comparer.
/// </remarks>
public static class NaturalKeyOrder
{
    /// <summary>Compares two keys: below zero when the first is written first.</summary>
    public static int Compare(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var i = a.AsSpan().CommonPrefixLength(b);
        if (i == shorter)
        {
            return a.Length.CompareTo(b.Length);
        }

        i -= i > 0 && (char.IsLowSurrogate(a[i]) || char.IsLowSurrogate(b[i])) ? 1 : 0;
        var x = RuneAt(a, i);
        var y = RuneAt(b, i);
        var xIsLetter = Rune.IsLetter(x);
        var yIsLetter = Rune.IsLetter(y);
        if (xIsLetter && yIsLetter)
        {
            return x.CompareTo(y);
        }

        if (xIsLetter || yIsLetter)
        {
            return yIsLetter ? -1 : 1;
        }

        var start = (x.Value == '0' || y.Value == '0') && FollowsNonZeroDigit(a, i) ? 1L : 0L;
        var (xNumber, xLength) = ReadDigits(a, i, start);
        var (yNumber, yLength) = ReadDigits(b, i, start);
        return xNumber != yNumber ? xNumber.CompareTo(yNumber)
            : xLength != yLength ? xLength.CompareTo(yLength)
            : x.CompareTo(y);
    }

    /// <summary>Sorts items by their keys; items with equal keys keep their order.</summary>
    public static void Sort<T>(Span<T> items, Func<T, string> key)
    {
        if (!IsSorted(items, key))
        {
            MergeSort(items, new T[items.Length], key);
        }
    }

    private static bool IsSorted<T>(Span<T> items, Func<T, string> key)
    {
        for (var i = 1; i < items.Length; i++)
        {
            if (Compare(key(items[i - 1]), key(items[i])) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void MergeSort<T>(Span<T> items, Span<T> scratch, Func<T, string> key)
    {
        if (items.Length < 2)
        {
            return;
        }

        var middle = items.Length / 2;
        MergeSort(items[..middle], scratch[..middle], key);
        MergeSort(items[middle..], scratch[middle..], key);
        items.CopyTo(scratch);
        var left = 0;
        var right = middle;
        for (var i = 0; i < items.Length; i++)
        {
            var takesLeft =
                right == items.Length || (left < middle && Compare(key(scratch[left]), key(scratch[right])) <= 0);
            items[i] = takesLeft ? scratch[left++] : scratch[right++];
        }
    }

    private static Rune RuneAt(string text, int index) =>
        Rune.TryGetRuneAt(text, index, out var rune) ? rune : Rune.ReplacementChar;

    private static bool FollowsNonZeroDigit(string text, int index)
    {
        for (var i = index - 1; i >= 0 && char.IsDigit(text[i]); i--)
        {
            if (text[i] != '0')
            {
                return true;
            }
        }

        return false;
    }

    // Numbers wrap around at 64 bits, as in Go.
    private static (long Number, int Length) ReadDigits(string text, int from, long number)
    {
        var i = from;
        for (
            ;
            i < text.Length && CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.DecimalDigitNumber;
            i++
        )
        {
            number = unchecked((number * 10) + (text[i] - '0'));
        }

        return (number, i - from);
    }
}
