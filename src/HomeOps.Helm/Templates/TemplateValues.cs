using System.Globalization;

namespace HomeOps.Helm.Templates;

/// <summary>How Go's templates see values: what is true, how they are printed and compared.</summary>
internal static class TemplateValues
{
    private const int MaxCompared = 100_000;

    /// <summary>All but false, zero, nil and what is empty.</summary>
    public static bool IsTrue(object? value) =>
        value switch
        {
            null => false,
            bool truth => truth,
            string text => text.Length > 0,
            long number => number != 0,
            double number => number != 0,
            IReadOnlyList<object?> list => list.Count > 0,
            IReadOnlyDictionary<string, object?> map => map.Count > 0,
            _ => true,
        };

    /// <summary>The value as <c>fmt.Print</c> shows it.</summary>
    public static string Text(object? value) => TemplateText.Of(value);

    /// <summary>What <c>range</c> goes through; maps in the order of their keys.</summary>
    public static List<(object? Key, object? Value)> Items(object? value) =>
        value switch
        {
            null => [],
            IReadOnlyList<object?> list => [.. list.Select(static (item, i) => ((object?)(long)i, item))],
            IReadOnlyDictionary<string, object?> map =>
            [
                .. map.OrderBy(static e => e.Key, StringComparer.Ordinal).Select(static e => ((object?)e.Key, e.Value)),
            ],
            long count and <= 10_000 =>
            [
                .. Enumerable
                    .Range(0, (int)Math.Max(0, count))
                    .Select(static i => ((object?)(long)i, (object?)(long)i)),
            ],
            _ => throw new TemplateException("'range' wants a list or a map"),
        };

    /// <summary>Whether two values are equal, as <c>eq</c> says.</summary>
    public static bool Same(object? a, object? b) =>
        (a, b) switch
        {
            (long x, double y) => x == y,
            (double x, long y) => x == y,
            _ => Equals(a, b),
        };

    /// <summary>Whether two values are equal with all they hold, as <c>deepEqual</c> says.</summary>
    public static bool Equal(object? a, object? b)
    {
        var left = MaxCompared;
        return Equal(a, b, 0, ref left);
    }

    /// <summary>Below zero, zero or above zero, as <c>lt</c> and <c>gt</c> want it.</summary>
    public static int Compare(object? a, object? b) =>
        (a, b) switch
        {
            (string x, string y) => string.CompareOrdinal(x, y),
            (long or double, long or double) => Real(a).CompareTo(Real(b)),
            _ => throw new TemplateException("only two texts or two numbers can be compared"),
        };

    // A value may hold another many times, or itself.
    private static bool Equal(object? a, object? b, int depth, ref int left)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        if (depth > TemplateText.MaxDepth || --left < 0)
        {
            throw TemplateText.TooDeep();
        }

        switch (a, b)
        {
            case (IReadOnlyList<object?> x, IReadOnlyList<object?> y):
                var isSame = x.Count == y.Count;
                for (var i = 0; isSame && i < x.Count; i++)
                {
                    isSame = Equal(x[i], y[i], depth + 1, ref left);
                }

                return isSame;
            case (IReadOnlyDictionary<string, object?> x, IReadOnlyDictionary<string, object?> y):
                isSame = x.Count == y.Count;
                foreach (var (key, value) in x)
                {
                    isSame = isSame && y.TryGetValue(key, out var other) && Equal(value, other, depth + 1, ref left);
                }

                return isSame;
            default:
                return Equals(a, b);
        }
    }

    /// <summary>A number, of a text too, as sprig's <c>int64</c>: zero when it is none.</summary>
    public static long Whole(object? value) =>
        value switch
        {
            long number => number,
            double number => double.IsNaN(number) ? 0 : (long)number,
            true => 1,
            string text
                when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) => n,
            _ => 0,
        };

    /// <summary>A number with a fraction, of a text too, as sprig's <c>float64</c>: zero when it is none.</summary>
    public static double Real(object? value) =>
        value switch
        {
            long whole => whole,
            double real => real,
            true => 1,
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) => n,
            _ => 0,
        };
}
