using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomeOps.Cluster.Tests.Schemas;

/// <summary>The part of JSON Schema draft-07 that our schemas are written in; any other keyword fails the test.</summary>
internal sealed class JsonSchemaCheck(JsonObject root)
{
    /// <summary>What does not fit, each as <c>path: keyword</c>.</summary>
    public List<string> Problems(JsonNode? value) => [.. Check(root, value, "")];

    private IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path)
    {
        foreach (var (keyword, rule) in schema)
        {
            var problems = keyword switch
            {
                "$schema" or "title" or "description" or "definitions" => [],
                "type" => Is(rule, value) ? [] : [$"{path}: type"],
                "enum" => rule!.AsArray().Any(w => JsonNode.DeepEquals(w, value)) ? [] : [$"{path}: enum"],
                "pattern" => value is JsonValue text
                && text.TryGetValue<string>(out var found)
                && !Regex.IsMatch(found, rule!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1))
                    ? [$"{path}: pattern"]
                    : [],
                "minimum" => Number(value) < rule!.GetValue<long>() ? [$"{path}: minimum"] : [],
                "maximum" => Number(value) > rule!.GetValue<long>() ? [$"{path}: maximum"] : [],
                "required" => value is JsonObject map
                    ? rule!
                        .AsArray()
                        .Where(k => !map.ContainsKey(k!.GetValue<string>()))
                        .Select(k => $"{path}.{k}: required")
                    : [],
                "$ref" => Check(Definition(rule!.GetValue<string>()), value, path),
                "allOf" => rule!.AsArray().SelectMany(part => Check(part!.AsObject(), value, path)),
                "anyOf" => rule!.AsArray().Any(part => !Check(part!.AsObject(), value, path).Any())
                    ? []
                    : [$"{path}: anyOf"],
                "properties" or "additionalProperties" => Members(schema, keyword, value, path),
                "items" => value is JsonArray list
                    ? list.SelectMany((item, i) => Check(rule!.AsObject(), item, $"{path}[{i}]"))
                    : [],
                _ => throw new NotSupportedException(keyword),
            };
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<string> Members(JsonObject schema, string keyword, JsonNode? value, string path)
    {
        var known = schema["properties"] as JsonObject ?? [];
        return (value as JsonObject ?? []).SelectMany(member =>
            (keyword, known[member.Key], schema[keyword]) switch
            {
                ("properties", JsonObject part, _) => Check(part, member.Value, $"{path}.{member.Key}"),
                ("additionalProperties", null, JsonObject part) => Check(part, member.Value, $"{path}.{member.Key}"),
                ("additionalProperties", null, _) => [$"{path}.{member.Key}: additionalProperties"],
                _ => [],
            }
        );
    }

    private JsonObject Definition(string reference) =>
        root["definitions"]![reference["#/definitions/".Length..]]!.AsObject();

    private static bool Is(JsonNode? type, JsonNode? value) =>
        type is JsonArray several
            ? several.Any(t => Is(t, value))
            : (type!.GetValue<string>(), value?.GetValueKind()) switch
            {
                ("object", System.Text.Json.JsonValueKind.Object) => true,
                ("array", System.Text.Json.JsonValueKind.Array) => true,
                ("string", System.Text.Json.JsonValueKind.String) => true,
                ("boolean", System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) => true,
                ("integer", System.Text.Json.JsonValueKind.Number) => value!.AsValue().TryGetValue<long>(out _),
                _ => false,
            };

    private static long? Number(JsonNode? value) =>
        value is JsonValue number && number.TryGetValue<long>(out var found) ? found : null;
}
