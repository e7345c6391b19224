using System.Text.Json;
using HomeOps.Talos;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>Which patch set which key of a node, for programs. Values are no part of it.</summary>
internal static class TalosPatchesJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<PatchedKey> keys)
    {
        json.WriteStartArray("patched");
        foreach (var key in keys)
        {
            json.WriteStartObject();
            json.WriteString("document", key.Document);
            json.WriteString("path", key.Path);
            json.WriteBoolean("removed", key.IsRemoved);
            json.WriteString("by", Place(key.By));
            json.WriteStartArray("over");
            foreach (var place in key.Over)
            {
                json.WriteStringValue(Place(place));
            }

            json.WriteEndArray();
            json.WriteBoolean("overDefault", key.WasGenerated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Place(Location at) => $"{at.Path}:{at.Start.Line}";
}
