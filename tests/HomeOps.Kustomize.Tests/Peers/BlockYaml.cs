using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomeOps.Kustomize.Tests.Peers;

/// <summary>JSON documents written as people write YAML: in blocks, without quotes where they can be spared.</summary>
internal static partial class BlockYaml
{
    /// <summary>What the name of a file ends with that is written so.</summary>
    public const string Extension = "block.yaml";

    public static string Of(string documents)
    {
        var text = new StringBuilder();
        foreach (var document in documents.Split("\n---\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Length > 0)
            {
                text.Append("---\n");
            }

            if (document.Trim().Length > 0)
            {
                Write(text, JsonNode.Parse(document), "");
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, string indent)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                foreach (var (key, value) in map)
                {
                    text.Append(indent).Append(Scalar(key, "")).Append(':');
                    WriteValue(text, value, indent);
                }

                break;
            case JsonArray { Count: > 0 } list:
                foreach (var item in list)
                {
                    text.Append(indent).Append('-');
                    WriteItem(text, item, indent);
                }

                break;
            default:
                text.Append(indent).Append(Leaf(node, indent)).Append('\n');
                break;
        }
    }

    private static void WriteValue(StringBuilder text, JsonNode? value, string indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 }:
                text.Append('\n');
                Write(text, value, indent + "  ");
                break;
            // Both ways to indent a list are common.
            case JsonArray { Count: > 0 } list:
                text.Append('\n');
                Write(text, value, list.Count % 2 == 0 ? indent : indent + "  ");
                break;
            case null:
                text.Append('\n');
                break;
            default:
                text.Append(' ').Append(Leaf(value, indent)).Append('\n');
                break;
        }
    }

    private static void WriteItem(StringBuilder text, JsonNode? item, string indent)
    {
        var inner = new StringBuilder();
        Write(inner, item, indent + "  ");
        text.Append(' ').Append(inner.ToString().AsSpan(indent.Length + 2));
    }

    private static string Leaf(JsonNode? node, string indent) =>
        node switch
        {
            JsonObject => "{}",
            JsonArray => "[]",
            JsonValue value when value.TryGetValue(out string? text) => Scalar(text, indent),
            null => "null",
            _ => node.ToJsonString(),
        };

    private static string Scalar(string text, string indent) =>
        text.EndsWith('\n') && !text.Contains(" \n", StringComparison.Ordinal) && !text.StartsWith('\n')
            ? "|\n" + string.Join('\n', text.TrimEnd('\n').Split('\n').Select(l => $"{indent}  {l}"))
        : Plain().IsMatch(text) && text is not ("yes" or "null") ? text
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[A-Za-z$][A-Za-z0-9$/.:()@-]*$")]
    private static partial Regex Plain();
}
