using System.Globalization;

namespace HomeOps.Helm.Templates;

/// <summary>Numbers: whole ones of 64 bits, as sprig counts, and those with a fraction.</summary>
internal static class NumberFunctions
{
    private const int Many = 64;

    public static Dictionary<string, TemplateFunction> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["int"] = new(1, 1, static a => TemplateValues.Whole(a[0])),
            ["int64"] = new(1, 1, static a => TemplateValues.Whole(a[0])),
            ["atoi"] = new(1, 1, static a => TemplateValues.Whole(a[0])),
            ["float64"] = new(1, 1, static a => TemplateValues.Real(a[0])),
            ["toDecimal"] = new(1, 1, static a => Octal(TemplateValues.Text(a[0]))),
            ["add"] = new(1, Many, static a => a.Aggregate(0L, static (x, y) => x + TemplateValues.Whole(y))),
            ["add1"] = new(1, 1, static a => TemplateValues.Whole(a[0]) + 1),
            ["sub"] = new(2, 2, static a => TemplateValues.Whole(a[0]) - TemplateValues.Whole(a[1])),
            ["mul"] = new(1, Many, static a => a.Aggregate(1L, static (x, y) => x * TemplateValues.Whole(y))),
            ["div"] = new(2, 2, static a => TemplateValues.Whole(a[0]) / Divisor(a[1])),
            ["mod"] = new(2, 2, static a => TemplateValues.Whole(a[0]) % Divisor(a[1])),
            ["max"] = new(1, Many, static a => a.Max(TemplateValues.Whole)),
            ["biggest"] = new(1, Many, static a => a.Max(TemplateValues.Whole)),
            ["min"] = new(1, Many, static a => a.Min(TemplateValues.Whole)),
            ["maxf"] = new(1, Many, static a => a.Max(TemplateValues.Real)),
            ["minf"] = new(1, Many, static a => a.Min(TemplateValues.Real)),
            ["ceil"] = new(1, 1, static a => Math.Ceiling(TemplateValues.Real(a[0]))),
            ["floor"] = new(1, 1, static a => Math.Floor(TemplateValues.Real(a[0]))),
            ["round"] = new(2, 3, Round),
            ["until"] = new(1, 1, static a => Steps(0, TemplateValues.Whole(a[0]), null)),
            ["untilStep"] = new(
                3,
                3,
                static a => Steps(TemplateValues.Whole(a[0]), TemplateValues.Whole(a[1]), TemplateValues.Whole(a[2]))
            ),
            ["seq"] = new(0, 3, Sequence),
        };

    private static long Divisor(object? value) =>
        TemplateValues.Whole(value) is not (0 or -1) and var divisor
            ? divisor
            : throw new TemplateException("it divides by zero or by minus one");

    private static long Octal(string text)
    {
        try
        {
            return Convert.ToInt64(text, 8);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            return 0;
        }
    }

    // Half and more goes up, or what the third argument says.
    private static object Round(object?[] arguments)
    {
        var value = TemplateValues.Real(arguments[0]);
        var power = Math.Pow(10, Math.Clamp(TemplateValues.Whole(arguments[1]), 0, 15));
        var from = arguments.Length > 2 ? TemplateValues.Real(arguments[2]) : 0.5;
        var scaled = value * power;
        var whole = Math.Truncate(scaled);
        return (scaled - whole >= from ? Math.Ceiling(scaled) : Math.Floor(scaled)) / power;
    }

    private static List<object?> Steps(long from, long to, long? step)
    {
        var by = step ?? (to < from ? -1 : 1);
        var list = new List<object?>();
        if (by == 0 || by > 0 != to > from)
        {
            return list;
        }

        for (var at = (decimal)from; by > 0 ? at < to : at > to; at += by)
        {
            list.Add((long)at);
            if (list.Count > ListFunctions.MaxCount)
            {
                throw ListFunctions.TooLong();
            }
        }

        return list;
    }

    // As the shell's: seq LAST, seq FIRST LAST, seq FIRST STEP LAST, the last included.
    private static string Sequence(object?[] arguments)
    {
        var numbers = Array.ConvertAll(arguments, TemplateValues.Whole);
        var (from, by, to) = numbers.Length switch
        {
            0 => (1L, 1L, 0L),
            1 => (1, numbers[0] < 1 ? -1 : 1, numbers[0]),
            2 => (numbers[0], numbers[1] < numbers[0] ? -1 : 1, numbers[1]),
            _ => (numbers[0], numbers[1], numbers[2]),
        };
        var last = (decimal)to + Math.Sign(by);
        return last is >= long.MinValue and <= long.MaxValue
            ? string.Join(
                ' ',
                Steps(from, (long)last, by).Select(static n => Convert.ToString(n, CultureInfo.InvariantCulture))
            )
            : throw ListFunctions.TooLong();
    }
}
