using System.Globalization;
using System.Text;

namespace HomeOps.Helm.Templates;

/// <summary>The verbs of Go's <c>printf</c> that fit texts and numbers: <c>%s %v %d %q %x %t %%</c>, with width and zeros.</summary>
internal static class TemplateFormat
{
    private const int MaxWidth = 1000;

    public static string Print(string format, object?[] arguments)
    {
        var result = new StringBuilder();
        var next = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                result.Append(format[i]);
                continue;
            }

            var start = ++i;
            while (i < format.Length && (char.IsAsciiDigit(format[i]) || format[i] == '-'))
            {
                i++;
            }

            if (i == format.Length)
            {
                throw new TemplateException("the format ends in '%'");
            }

            if (format[i] == '%')
            {
                result.Append('%');
                continue;
            }

            if (next == arguments.Length)
            {
                throw new TemplateException("the format has more verbs than there are values");
            }

            result.Append(Padded(Verb(format[i], arguments[next++]), format[start..i]));
        }

        return result.ToString();
    }

    /// <summary>A text in double quotes, what does not print escaped.</summary>
    public static string Quote(string text) =>
        "\""
        + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal)
        + "\"";

    private static string Verb(char verb, object? value) =>
        verb switch
        {
            's' or 'v' or 't' => TemplateValues.Text(value),
            'd' when value is long number => number.ToString(CultureInfo.InvariantCulture),
            'x' when value is long number => number.ToString("x", CultureInfo.InvariantCulture),
            'q' => Quote(TemplateValues.Text(value)),
            _ => throw new TemplateException($"'%{verb}' does not fit the value"),
        };

    private static string Padded(string text, string width)
    {
        if (width.Length == 0)
        {
            return text;
        }

        var isLeft = width.StartsWith('-');
        var fill = width.StartsWith('0') ? '0' : ' ';
        return
            int.TryParse(width.TrimStart('-'), NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
            && columns <= MaxWidth
            ? isLeft
                ? text.PadRight(columns)
                : text.PadLeft(columns, fill)
            : throw new TemplateException($"'%{width}' is no width");
    }
}
