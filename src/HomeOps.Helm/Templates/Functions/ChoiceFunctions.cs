namespace HomeOps.Helm.Templates;

/// <summary>Comparing and choosing.</summary>
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
            ["all"] = new(0, Many, static a => Array.TrueForAll(a, TemplateValues.IsTrue)),
            ["any"] = new(0, Many, static a => Array.Exists(a, TemplateValues.IsTrue)),
            ["fail"] = new(1, 1, static a => throw new TemplateException(TemplateValues.Text(a[0]))),
        };
}
