using System.Globalization;
using System.Text;
using HomeOps.Yaml;

namespace HomeOps.Helm.Templates;

/// <summary>Values as Go's <c>fmt.Print</c> shows them. A value that holds another many times is cut off before it fills the memory.</summary>
internal static class TemplateText
{
    /// <summary>No text of a template is longer.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>No value is nested deeper.</summary>
    public const int MaxDepth = 100;

    public static string Of(object? value)
    {
        switch (value)
        {
            case null:
                return "<no value>";
            case string text:
                return text;
            case IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>:
                var result = new StringBuilder();
                Append(result, value, 0);
                return result.ToString();
            default:
                return Simple(value);
        }
    }

    /// <summary>The text itself when it is not too long.</summary>
    public static string Bounded(string text) => text.Length <= MaxLength ? text : throw TooLong();

    public static TemplateException TooLong() => new("the result is longer than 1 MiB");

    public static TemplateException TooDeep() => new("the value is nested too deeply");

    private static void Append(StringBuilder result, object? value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw TooDeep();
        }

        switch (value)
        {
            case null:
                result.Append("<nil>");
                break;
            case IReadOnlyDictionary<string, object?> map:
                result.Append("map[");
                var isFirst = true;
                foreach (var (key, item) in map.OrderBy(static e => e.Key, StringComparer.Ordinal))
                {
                    result.Append(isFirst ? "" : " ").Append(key).Append(':');
                    Append(result, item, depth + 1);
                    isFirst = false;
                }

                result.Append(']');
                break;
            case IReadOnlyList<object?> list:
                result.Append('[');
                for (var i = 0; i < list.Count; i++)
                {
                    Append(i == 0 ? result : result.Append(' '), list[i], depth + 1);
                }

                result.Append(']');
                break;
            default:
                result.Append(Simple(value));
                break;
        }

        if (result.Length > MaxLength)
        {
            throw TooLong();
        }
    }

    private static string Simple(object value) =>
        value switch
        {
            string text => text,
            bool truth => truth ? "true" : "false",
            double real => YamlScalars.Of(new YamlValue(YamlKind.Float, real)).Value,
            ITemplateFields => throw new TemplateException("a whole section cannot be printed; take one of its fields"),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
