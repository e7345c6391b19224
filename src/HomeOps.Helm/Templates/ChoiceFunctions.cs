namespace HomeOps.Helm.Templates;

/// <summary>Comparing, choosing and counting.</summary>
internal static class ChoiceFunctions
{
    private const int Many = 64;

    public static Dictionary<string, TemplateFunction> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["not"] = new(1, 1, static a => !TemplateValues.IsTrue(a[0])),
            ["eq"] = new(2, Many, static a => a[1..].Any(b => TemplateValues.Same(a[0], b))),
            ["ne"] = new(2, 2, static a => !TemplateValues.Same(a[0], a[1])),
            ["lt"] = new(2, 2, static a => TemplateValues.Compare(a[0], a[1]) < 0),
            ["le"] = new(2, 2, static a => TemplateValues.Compare(a[0], a[1]) <= 0),
            ["gt"] = new(2, 2, static a => TemplateValues.Compare(a[0], a[1]) > 0),
            ["ge"] = new(2, 2, static a => TemplateValues.Compare(a[0], a[1]) >= 0),
            ["default"] = new(2, 2, static a => TemplateValues.IsTrue(a[1]) ? a[1] : a[0]),
            ["coalesce"] = new(1, Many, static a => Array.Find(a, TemplateValues.IsTrue)),
            ["ternary"] = new(3, 3, static a => TemplateValues.IsTrue(a[2]) ? a[0] : a[1]),
            ["empty"] = new(1, 1, static a => !TemplateValues.IsTrue(a[0])),
            ["fail"] = new(1, 1, static a => throw new TemplateException(TemplateValues.Text(a[0]))),
            ["int"] = new(1, 1, static a => TemplateValues.Whole(a[0])),
            ["int64"] = new(1, 1, static a => TemplateValues.Whole(a[0])),
            ["atoi"] = new(1, 1, static a => TemplateValues.Whole(a[0])),
            ["add"] = new(1, Many, static a => a.Sum(TemplateValues.Whole)),
            ["add1"] = new(1, 1, static a => TemplateValues.Whole(a[0]) + 1),
            ["sub"] = new(2, 2, static a => TemplateValues.Whole(a[0]) - TemplateValues.Whole(a[1])),
            ["mul"] = new(1, Many, static a => a.Aggregate(1L, static (x, y) => x * TemplateValues.Whole(y))),
            ["div"] = new(2, 2, static a => TemplateValues.Whole(a[0]) / Divisor(a[1])),
            ["mod"] = new(2, 2, static a => TemplateValues.Whole(a[0]) % Divisor(a[1])),
            ["max"] = new(1, Many, static a => a.Max(TemplateValues.Whole)),
            ["min"] = new(1, Many, static a => a.Min(TemplateValues.Whole)),
        };

    private static long Divisor(object? value) =>
        TemplateValues.Whole(value) is not (0 or -1) and var divisor
            ? divisor
            : throw new TemplateException("it divides by zero or by minus one");
}
