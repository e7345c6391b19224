using System.Globalization;
using System.Text.RegularExpressions;

namespace HomeOps.Helm.Templates;

/// <summary>Regular expressions. Go's take time in proportion to the text; so do these, which never go back.</summary>
internal static class PatternFunctions
{
    private const int MaxPattern = 1000;

    public static Dictionary<string, TemplateFunction> All { get; } =
        ListFunctions.WithMust(
            new(StringComparer.Ordinal)
            {
                ["regexMatch"] = new(2, 2, static a => Of(a[0]).IsMatch(Text(a[1]))),
                ["regexFind"] = new(2, 2, static a => Of(a[0]).Match(Text(a[1])).Value),
                ["regexFindAll"] = new(3, 3, FindAll),
                ["regexReplaceAll"] = new(3, 3, static a => Of(a[0]).Replace(Text(a[1]), Template(Text(a[2])))),
                ["regexReplaceAllLiteral"] = new(3, 3, static a => Of(a[0]).Replace(Text(a[1]), _ => Text(a[2]))),
                ["regexSplit"] = new(3, 3, Split),
                ["regexQuoteMeta"] = new(1, 1, static a => Quoted(Text(a[0]))),
            },
            "regexMatch",
            "regexFind",
            "regexFindAll",
            "regexReplaceAll",
            "regexReplaceAllLiteral",
            "regexSplit"
        );

    private static string Text(object? value) => ListFunctions.Text(value);

    private static Regex Of(object? pattern)
    {
        var text = Text(pattern);
        try
        {
            return text.Length <= MaxPattern && Repetitions(text) <= MaxPattern
                ? new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)
                : throw new TemplateException("the regular expression is too long");
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new TemplateException($"'{text}' is no regular expression");
        }
    }

    // (a{100}){100} is as large as if it were written out; Go allows a thousand.
    private static long Repetitions(string pattern)
    {
        var product = 1L;
        foreach (var match in Counted().EnumerateMatches(pattern))
        {
            var number = pattern.AsSpan(match.Index + 1, match.Length - 1).TrimStart(',');
            product *= Math.Max(
                1,
                long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : MaxPattern + 1
            );
            if (product > MaxPattern)
            {
                return product;
            }
        }

        return product;
    }

    private static Regex Counted() => new("[{,][0-9]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static object FindAll(object?[] a)
    {
        var most = TemplateValues.Whole(a[2]);
        return Of(a[0])
            .Matches(Text(a[1]))
            .Select(static m => (object?)m.Value)
            .Take(most < 0 ? int.MaxValue : (int)Math.Min(most, int.MaxValue))
            .ToList();
    }

    private static object Split(object?[] a)
    {
        var most = TemplateValues.Whole(a[2]);
        var text = Text(a[1]);
        var parts = new List<object?>();
        var from = 0;
        foreach (var match in most == 0 ? [] : Of(a[0]).Matches(text).Where(static m => m.Length > 0))
        {
            if (most > 0 && parts.Count == most - 1)
            {
                break;
            }

            parts.Add(text[from..match.Index]);
            from = match.Index + match.Length;
        }

        return most == 0 ? parts : parts.Append(text[from..]).ToList();
    }

    // ${1} and $1 are Go's too; $name needs braces in .NET.
    private static string Template(string by) =>
        Regex.Replace(by, @"\$(?<name>[A-Za-z_]\w*)", "$${${name}}", RegexOptions.NonBacktracking);

    private static string Quoted(string text) =>
        string.Concat(
            text.Select(static c => @"\.+*?()|[]{}^$".Contains(c, StringComparison.Ordinal) ? "\\" + c : c.ToString())
        );
}
