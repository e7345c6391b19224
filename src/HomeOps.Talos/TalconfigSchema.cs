using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HomeOps.Talos.Schemas;
using HomeOps.Talos.Talconfig;

namespace HomeOps.Talos;

/// <summary>The JSON schema of talconfig.yaml, for editors.</summary>
public static class TalconfigSchema
{
    /// <summary>
    /// The schema (draft-07), made of the declarations that talconfig.yaml is read by: what the reader knows is in it, and nothing else.
    /// A key that nobody knows is refused, and a variable (<c>${NAME}</c>) may stand for any value.
    /// </summary>
    public static string Text()
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NewLine = "\n",
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "talconfig.yaml");
            new SchemaWriter(json).WriteRoot(
                TalconfigType.Type,
                ("node", TalconfigType.Node),
                ("group", NodeGroupType.Type)
            );
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }
}
