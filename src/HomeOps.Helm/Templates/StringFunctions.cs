using System.Security.Cryptography;
using System.Text;

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
            ["quote"] = new(0, Many, static a => string.Join(' ', a.Select(static v => TemplateFormat.Quote(Text(v))))),
            ["squote"] = new(0, Many, static a => string.Join(' ', a.Select(static v => $"'{Text(v)}'"))),
            ["upper"] = new(1, 1, static a => Text(a[0]).ToUpperInvariant()),
            ["lower"] = new(1, 1, static a => Text(a[0]).ToLowerInvariant()),
            ["trim"] = new(1, 1, static a => Text(a[0]).Trim()),
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
            ["cat"] = new(0, Many, static a => string.Join(' ', a.Select(Text))),
            ["indent"] = new(2, 2, static a => Indented(Text(a[1]), TemplateValues.Whole(a[0]))),
            ["nindent"] = new(2, 2, static a => "\n" + Indented(Text(a[1]), TemplateValues.Whole(a[0]))),
            ["b64enc"] = new(1, 1, static a => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(a[0])))),
            ["b64dec"] = new(1, 1, static a => Decoded(Text(a[0]))),
            ["sha256sum"] = new(
                1,
                1,
                static a => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(a[0]))))
            ),
        };

    private static string Text(object? value) => value is null ? "" : TemplateValues.Text(value);

    private static string WithoutPrefix(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;

    private static string WithoutSuffix(string suffix, string text) =>
        text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text;

    private static string Replaced(string text, string old, string by) =>
        old.Length == 0 ? text : text.Replace(old, by, StringComparison.Ordinal);

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
        times * Math.Max(1, text.Length) <= MaxLength && times <= MaxLength
            ? string.Concat(Enumerable.Repeat(text, (int)Math.Max(0, times)))
            : throw new TemplateException("the result is longer than 1 MiB");

    private static string Indented(string text, long columns)
    {
        var pad = Repeated(" ", columns);
        return pad + text.Replace("\n", "\n" + pad, StringComparison.Ordinal);
    }

    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new TemplateException("the text is no base64");
    }
}
