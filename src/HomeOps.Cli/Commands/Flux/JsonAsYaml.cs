using System.Text.Json;
using System.Text.Json.Nodes;
using HomeOps.Yaml;

namespace HomeOps.Cli.Commands;

/// <summary>Writes what is printed as JSON as YAML, in the same order.</summary>
internal static class JsonAsYaml
{
    public static string Write(JsonNode? node)
    {
        var writer = new GoV2Writer();
        writer.BeginDocument();
        Write(writer, node);
        writer.EndDocument();
        return writer.ToString();
    }

    private static void Write(GoV2Writer writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: 0 }:
                writer.WriteEmptyMapping();
                break;
            case JsonObject map:
                writer.BeginMapping();
                foreach (var (key, value) in map)
                {
                    writer.WriteKey(key);
                    Write(writer, value);
                }

                writer.EndMapping();
                break;
            case JsonArray { Count: 0 }:
                writer.WriteEmptySequence();
                break;
            case JsonArray items:
                writer.BeginSequence();
                foreach (var item in items)
                {
                    writer.BeginItem();
                    Write(writer, item);
                }

                writer.EndSequence();
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                writer.WriteText(value.GetValue<string>());
                break;
            default:
                writer.WriteLiteral(node?.ToJsonString() ?? "null");
                break;
        }
    }
}
