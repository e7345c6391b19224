using System.Security.Cryptography;
using System.Text;

namespace HomeOps.Kustomize;

/// <summary>The hash that is added to names of generated objects.</summary>
internal static class NameHash
{
    private const int Length = 10;

    /// <summary>
    /// Ten characters from the SHA-256 of the content as JSON; digits that could be taken for letters, and vowels, are replaced.
    /// </summary>
    public static string Of(MapNode root)
    {
        // The name is meant to count, but kustomize looks for it under the key "metadata/name" and finds nothing.
        var json = new StringBuilder();
        switch (root.Text("kind"))
        {
            case "ConfigMap":
                json.Append('{');
                if (root["binaryData"] is MapNode)
                {
                    Append(json, "binaryData", root["binaryData"]).Append(',');
                }

                Append(json, "data", root["data"]).Append(",\"kind\":\"ConfigMap\",");
                Append(json, "name", null).Append('}');
                break;
            case "Secret":
                Append(json.Append('{'), "data", root["data"]).Append(",\"kind\":\"Secret\",");
                Append(json, "name", null).Append(',');
                if (root["stringData"] is MapNode)
                {
                    Append(json, "stringData", root["stringData"]).Append(',');
                }

                Append(json, "type", root["type"]).Append('}');
                break;
            default:
                JsonText.Append(json, root);
                break;
        }

        var hex = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToString())));
        return string.Create(
            Length,
            hex,
            static (target, digits) =>
            {
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] = digits[i] switch
                    {
                        '0' => 'g',
                        '1' => 'h',
                        '3' => 'k',
                        'a' => 'm',
                        'e' => 't',
                        var other => other,
                    };
                }
            }
        );
    }

    private static StringBuilder Append(StringBuilder json, string key, Node? value)
    {
        json.Append('"').Append(key).Append("\":");
        JsonText.Append(json, value is MapNode or SeqNode ? value : ScalarNode.String(Node.TextOf(value) ?? ""));
        return json;
    }
}
