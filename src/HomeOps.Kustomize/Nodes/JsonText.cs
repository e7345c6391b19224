using System.Globalization;
using System.Text;

namespace HomeOps.Kustomize;

/// <summary>Nodes as JSON in the form of Go's encoding/json: keys ordered by their bytes, markup characters escaped.</summary>
internal static class JsonText
{
    private const string Indent = "  ";

    public static string Write(Node node, bool isPretty)
    {
        var json = new StringBuilder();
        Append(json, node, isPretty ? 0 : -1);
        return json.ToString();
    }

    public static void Append(StringBuilder json, Node node) => Append(json, node, -1);

    // A depth below zero stands for one line.
    private static void Append(StringBuilder json, Node node, int depth)
    {
        switch (node)
        {
            case MapNode { Count: 0 }:
                json.Append("{}");
                break;
            case MapNode map:
                AppendMap(json, map, depth);
                break;
            case SeqNode { Items.Count: 0 }:
                json.Append("[]");
                break;
            case SeqNode sequence:
                json.Append('[');
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    Append(NewLine(i == 0 ? json : json.Append(','), depth, 1), sequence.Items[i], Inner(depth));
                }

                NewLine(json, depth, 0).Append(']');
                break;
            case ScalarNode scalar:
                AppendScalar(json, scalar);
                break;
        }
    }

    private static int Inner(int depth) => depth < 0 ? depth : depth + 1;

    private static StringBuilder NewLine(StringBuilder json, int depth, int inner)
    {
        if (depth >= 0)
        {
            json.Append('\n');
            for (var i = 0; i < depth + inner; i++)
            {
                json.Append(Indent);
            }
        }

        return json;
    }

    private static void AppendMap(StringBuilder json, MapNode map, int depth)
    {
        var entries = new List<MapEntry>(map.Entries);
        entries.Sort(static (a, b) => Utf8Order.Compare(a.Key, b.Key));
        json.Append('{');
        for (var i = 0; i < entries.Count; i++)
        {
            AppendText(NewLine(i == 0 ? json : json.Append(','), depth, 1), entries[i].Key);
            Append(json.Append(depth < 0 ? ":" : ": "), entries[i].Value, Inner(depth));
        }

        NewLine(json, depth, 0).Append('}');
    }

    private static void AppendScalar(StringBuilder json, ScalarNode scalar)
    {
        switch (scalar.Value.Object)
        {
            case null:
                json.Append("null");
                break;
            case bool truth:
                json.Append(truth ? "true" : "false");
                break;
            case double number:
                json.Append(GoNumberText.Of(number));
                break;
            case long or System.Numerics.BigInteger:
                json.Append(CultureInfo.InvariantCulture, $"{scalar.Value.Object}");
                break;
            case string text:
                AppendText(json, text);
                break;
            default:
                AppendText(json, Yaml.YamlScalars.Of(scalar.Value).Value);
                break;
        }
    }

    // Go's JSON escapes what HTML would take for markup.
    private static void AppendText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    json.Append('\\').Append(c);
                    break;
                case '\n':
                    json.Append("\\n");
                    break;
                case '\r':
                    json.Append("\\r");
                    break;
                case '\t':
                    json.Append("\\t");
                    break;
                case '\b':
                    json.Append("\\b");
                    break;
                case '\f':
                    json.Append("\\f");
                    break;
                case < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029':
                    json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    json.Append(c);
                    break;
            }
        }

        json.Append('"');
    }
}
