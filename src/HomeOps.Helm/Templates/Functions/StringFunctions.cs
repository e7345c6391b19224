namespace HomeOps.Helm.Templates;

/// <summary>What sprig does with texts; the text itself is the last argument, so that it can be piped.</summary>
internal static class StringFunctions
{
    private const int Many = 64;
    private const long MaxLength = 1 << 20;

    public static Dictionary<string, TemplateFunction> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["print"] = new(0, Many, static a => string.Concat(a.Select(TemplateValues.Text))),
            ["println"] = new(0, Many, static a => string.Join(' ', a.Select(TemplateValues.Text)) + "\n"),
            ["printf"] = new(1, Many, static a => TemplateFormat.Print(Text(a[0]), a[1..])),
            ["toString"] = new(1, 1, static a => Text(a[0])),
            // nil is left out, as in sprig.
            ["quote"] = new(0, Many, static a => Joined(a, static v => TemplateFormat.Quote(Text(v)))),
            ["squote"] = new(0, Many, static a => Joined(a, static v => $"'{Text(v)}'")),
            ["upper"] = new(1, 1, static a => Text(a[0]).ToUpperInvariant()),
            ["lower"] = new(1, 1, static a => Text(a[0]).ToLowerInvariant()),
            ["trim"] = new(1, 1, static a => Text(a[0]).Trim()),
            ["trimall"] = new(2, 2, static a => Text(a[1]).Trim(Text(a[0]).ToCharArray())),
            ["trimAll"] = new(2, 2, static a => Text(a[1]).Trim(Text(a[0]).ToCharArray())),
            ["trimPrefix"] = new(2, 2, static a => WithoutPrefix(Text(a[0]), Text(a[1]))),
            ["trimSuffix"] = new(2, 2, static a => WithoutSuffix(Text(a[0]), Text(a[1]))),
            ["hasPrefix"] = new(2, 2, static a => Text(a[1]).StartsWith(Text(a[0]), StringComparison.Ordinal)),
            ["hasSuffix"] = new(2, 2, static a => Text(a[1]).EndsWith(Text(a[0]), StringComparison.Ordinal)),
            ["contains"] = new(2, 2, static a => Text(a[1]).Contains(Text(a[0]), StringComparison.Ordinal)),
            ["replace"] = new(3, 3, static a => Replaced(Text(a[2]), Text(a[0]), Text(a[1]))),
            ["nospace"] = new(1, 1, static a => string.Concat(Text(a[0]).Where(static c => !char.IsWhiteSpace(c)))),
            ["trunc"] = new(2, 2, static a => Cut(Text(a[1]), TemplateValues.Whole(a[0]))),
            ["substr"] = new(
                3,
                3,
                static a => Part(Text(a[2]), TemplateValues.Whole(a[0]), TemplateValues.Whole(a[1]))
            ),
            ["repeat"] = new(2, 2, static a => Repeated(Text(a[1]), TemplateValues.Whole(a[0]))),
            ["cat"] = new(0, Many, static a => Joined(a, Text)),
            ["indent"] = new(2, 2, static a => Indented(Text(a[1]), TemplateValues.Whole(a[0]))),
            ["nindent"] = new(2, 2, static a => "\n" + Indented(Text(a[1]), TemplateValues.Whole(a[0]))),
            ["title"] = new(1, 1, static a => Title(Text(a[0]))),
            ["plural"] = new(3, 3, static a => TemplateValues.Whole(a[2]) == 1 ? a[0] : a[1]),
            ["hello"] = new(0, 0, static _ => "Hello!"),
            ["split"] = new(2, 2, static a => Numbered(Text(a[1]).Split(Text(a[0])))),
            ["splitn"] = new(3, 3, static a => Numbered(Cut(Text(a[2]), Text(a[0]), TemplateValues.Whole(a[1])))),
            ["html"] = new(0, Many, static a => Html(string.Concat(a.Select(TemplateValues.Text)))),
            ["urlquery"] = new(0, Many, static a => Query(string.Concat(a.Select(TemplateValues.Text)))),
        };

    private static string Text(object? value) => ListFunctions.Text(value);

    private static string Joined(object?[] values, Func<object?, string> text) =>
        string.Join(' ', values.Where(static v => v is not null).Select(text));

    private static string WithoutPrefix(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;

    private static string WithoutSuffix(string suffix, string text) =>
        text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text;

    private static string Replaced(string text, string old, string by) =>
        old.Length == 0 ? text
        : (long)text.Length / old.Length * by.Length <= MaxLength ? text.Replace(old, by, StringComparison.Ordinal)
        : throw TemplateText.TooLong();

    // A negative length counts from the end, as in sprig.
    private static string Cut(string text, long length) =>
        length >= 0 ? text[..(int)Math.Min(length, text.Length)] : text[(int)Math.Max(0, text.Length + length)..];

    private static string Part(string text, long from, long to)
    {
        var end = to < 0 || to > text.Length ? text.Length : (int)to;
        var start = (int)Math.Clamp(from, 0, end);
        return text[start..end];
    }

    private static string Repeated(string text, long times) =>
        times <= MaxLength && times * Math.Max(1, text.Length) <= MaxLength
            ? string.Concat(Enumerable.Repeat(text, (int)Math.Max(0, times)))
            : throw new TemplateException("the result is longer than 1 MiB");

    private static string Indented(string text, long columns)
    {
        var pad = Repeated(" ", columns);
        return pad + Replaced(text, "\n", "\n" + pad);
    }

    private static string Title(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            var begins = i == 0 || !(char.IsLetterOrDigit(letters[i - 1]) || letters[i - 1] is '_' or '\'');
            letters[i] = begins ? char.ToUpperInvariant(letters[i]) : letters[i];
        }

        return new string(letters);
    }

    // sprig gives a map with the keys _0, _1 …
    private static Dictionary<string, object?> Numbered(string[] parts) =>
        parts
            .Select(static (part, i) => (Key: $"_{i}", part))
            .ToDictionary(static e => e.Key, static e => (object?)e.part, StringComparer.Ordinal);

    private static string[] Cut(string text, string separator, long most) =>
        most == 0 ? []
        : most < 0 ? text.Split(separator)
        : text.Split(separator, (int)Math.Min(most, int.MaxValue));

    private static string Html(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&#34;", StringComparison.Ordinal);

    private static string Query(string text) =>
        Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
