using System.Globalization;
using System.Text;

namespace HomeOps.Helm.Templates;

/// <summary>Values as Go writes them in JSON: keys ordered, what HTML would take for markup escaped unless it is not wanted.</summary>
internal static class JsonForm
{
    // Go's JSON writes an exponent below and from here on.
    private const double ExponentBelow = 1e-6;
    private const double ExponentFrom = 1e21;

    public static string Write(object? value, bool isPretty, bool escapesHtml)
    {
        var json = new StringBuilder();
        Append(json, value, isPretty ? 0 : -1, 0, escapesHtml);
        return json.ToString();
    }

    /// <summary>A number as Go's JSON has it.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new TemplateException("the number is none of JSON's");
        }

        var size = Math.Abs(value);
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (size != 0 && (size < ExponentBelow || size >= ExponentFrom))
        {
            return text.Replace("E-0", "e-", StringComparison.Ordinal)
                .Replace("E-", "e-", StringComparison.Ordinal)
                .Replace("E+", "e+", StringComparison.Ordinal);
        }

        return text.Contains('E', StringComparison.Ordinal)
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture)
            : text;
    }

    private static void Append(StringBuilder json, object? value, int indent, int depth, bool escapesHtml)
    {
        if (depth > TemplateText.MaxDepth)
        {
            throw TemplateText.TooDeep();
        }

        switch (value)
        {
            case null:
                json.Append("null");
                break;
            case bool truth:
                json.Append(truth ? "true" : "false");
                break;
            case double real:
                json.Append(Number(real));
                break;
            case long whole:
                json.Append(whole);
                break;
            case IReadOnlyDictionary<string, object?> map:
                var entries = map.OrderBy(static e => e.Key, StringComparer.Ordinal);
                AppendAll(
                    json,
                    "{}",
                    [
                        .. entries.Select(e =>
                            (Action)(
                                () =>
                                {
                                    AppendText(json, e.Key, escapesHtml);
                                    json.Append(indent < 0 ? ":" : ": ");
                                    Append(json, e.Value, Inner(indent), depth + 1, escapesHtml);
                                }
                            )
                        ),
                    ],
                    indent
                );
                break;
            case IReadOnlyList<object?> list:
                AppendAll(
                    json,
                    "[]",
                    [.. list.Select(item => (Action)(() => Append(json, item, Inner(indent), depth + 1, escapesHtml)))],
                    indent
                );
                break;
            default:
                AppendText(json, TemplateText.Of(value), escapesHtml);
                break;
        }

        if (json.Length > TemplateText.MaxLength)
        {
            throw TemplateText.TooLong();
        }
    }

    private static int Inner(int indent) => indent < 0 ? -1 : indent + 1;

    private static void AppendAll(StringBuilder json, string brackets, List<Action> items, int indent)
    {
        json.Append(brackets[0]);
        for (var i = 0; i < items.Count; i++)
        {
            NewLine(json.Append(i == 0 ? "" : ","), Inner(indent));
            items[i]();
        }

        if (items.Count > 0)
        {
            NewLine(json, indent);
        }

        json.Append(brackets[1]);
    }

    private static void NewLine(StringBuilder json, int indent)
    {
        if (indent >= 0)
        {
            json.Append('\n').Append(' ', indent * 2);
        }
    }

    private static void AppendText(StringBuilder json, string text, bool escapesHtml)
    {
        json.Append('"');
        foreach (var c in text)
        {
            var escaped = c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' or '\u2028' or '\u2029' => null,
                '<' or '>' or '&' when escapesHtml => null,
                _ => "",
            };
            json.Append(escaped is null ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : escaped);
            json.Append(escaped is "" ? c.ToString() : "");
        }

        json.Append('"');
    }
}
