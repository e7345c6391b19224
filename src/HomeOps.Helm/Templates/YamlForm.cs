using System.Globalization;
using HomeOps.Yaml;

namespace HomeOps.Helm.Templates;

/// <summary>Values as go-yaml v2 writes them, which is what <c>toYaml</c> gives (helm.md 5.1); a line feed at the end, as sigs.k8s.io/yaml has it.</summary>
internal static class YamlForm
{
    public static string Write(object? value)
    {
        var writer = new GoV2Writer();
        writer.BeginDocument();
        Write(writer, value, 0);
        writer.EndDocument();
        return writer.ToString();
    }

    private static void Write(GoV2Writer writer, object? value, int depth)
    {
        if (depth > TemplateText.MaxDepth)
        {
            throw TemplateText.TooDeep();
        }

        switch (value)
        {
            case IReadOnlyDictionary<string, object?> { Count: 0 }:
                writer.WriteEmptyMapping();
                break;
            case IReadOnlyDictionary<string, object?> map:
                var entries = map.ToArray();
                NaturalKeyOrder.Sort<KeyValuePair<string, object?>>(entries, static e => e.Key);
                writer.BeginMapping();
                foreach (var (key, item) in entries)
                {
                    writer.WriteKey(key);
                    Write(writer, item, depth + 1);
                }

                writer.EndMapping();
                break;
            case IReadOnlyList<object?> { Count: 0 }:
                writer.WriteEmptySequence();
                break;
            case IReadOnlyList<object?> list:
                writer.BeginSequence();
                foreach (var item in list)
                {
                    writer.BeginItem();
                    Write(writer, item, depth + 1);
                }

                writer.EndSequence();
                break;
            default:
                WriteSimple(writer, value);
                break;
        }

        if (writer.Length > TemplateText.MaxLength)
        {
            throw TemplateText.TooLong();
        }
    }

    private static void WriteSimple(GoV2Writer writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteLiteral("null");
                break;
            case bool truth:
                writer.WriteLiteral(truth ? "true" : "false");
                break;
            case long whole:
                writer.WriteLiteral(whole.ToString(CultureInfo.InvariantCulture));
                break;
            // The value goes through JSON: whole numbers lose their exponent.
            case double real when real == Math.Truncate(real) && Math.Abs(real) < long.MaxValue:
                writer.WriteLiteral(((long)real).ToString(CultureInfo.InvariantCulture));
                break;
            case double real:
                writer.WriteLiteral(YamlScalars.Of(new YamlValue(YamlKind.Float, real)).Value);
                break;
            default:
                writer.WriteText(TemplateText.Of(value));
                break;
        }
    }
}
