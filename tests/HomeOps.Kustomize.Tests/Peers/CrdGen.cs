using System.Text.Json.Nodes;

namespace HomeOps.Kustomize.Tests.Peers;

/// <summary>What a kustomization says of types that are not built in: the files of <c>crds</c> and of <c>openapi</c>.</summary>
internal static class CrdGen
{
    private static readonly string[] Markers =
    [
        "x-kubernetes-annotation",
        "x-kubernetes-label-selector",
        "x-kubernetes-identity",
        "x-kubernetes-object-ref-api-version",
    ];

    /// <summary>Definitions of HelmRelease, and which fields of its values are labels, annotations, names or references.</summary>
    public static string Definitions(Random random)
    {
        var values = new JsonObject();
        foreach (var field in (string[])["labels", "name", "configMap", "image"])
        {
            var marker = Markers[random.Next(Markers.Length)];
            var property = new JsonObject
            {
                [marker] = marker.EndsWith("version", StringComparison.Ordinal) ? "v1" : "",
            };
            if (marker.EndsWith("version", StringComparison.Ordinal))
            {
                property["x-kubernetes-object-ref-kind"] = random.Next(2) == 0 ? "ConfigMap" : "Secret";
                if (random.Next(2) == 0)
                {
                    property["x-kubernetes-object-ref-name-key"] = "tag";
                }
            }

            values[field] = property;
        }

        return new JsonObject
        {
            ["x.v2.HelmRelease"] = Definition(
                new JsonObject
                {
                    ["apiVersion"] = new JsonObject { ["type"] = "string" },
                    ["kind"] = new JsonObject { ["type"] = "string" },
                    ["metadata"] = new JsonObject { ["type"] = "object" },
                    ["spec"] = new JsonObject { ["$ref"] = "x.v2.Spec" },
                }
            ),
            ["x.v2.Spec"] = Definition(new JsonObject { ["values"] = new JsonObject { ["$ref"] = "x.v2.Values" } }),
            ["x.v2.Values"] = Definition(values),
        }.ToJsonString();
    }

    /// <summary>A schema in which lists of HelmRelease, and maybe not those of Deployment, are merged.</summary>
    public static string Schema(Random random)
    {
        var items = new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "object" },
        };
        if (random.Next(3) > 0)
        {
            items["x-kubernetes-patch-strategy"] = "merge";
            items["x-kubernetes-patch-merge-key"] = "name";
        }

        var release = Object("valuesFrom", items);
        if (random.Next(2) == 0)
        {
            release["properties"]!["values"] = Object("containers", items.DeepClone());
        }

        return new JsonObject
        {
            ["definitions"] = new JsonObject
            {
                ["x.v2.HelmRelease"] = Typed(Object("spec", release), "helm.toolkit.fluxcd.io", "v2", "HelmRelease"),
            },
        }.ToJsonString();
    }

    private static JsonObject Definition(JsonObject properties) =>
        new()
        {
            ["Schema"] = new JsonObject { ["type"] = "object", ["properties"] = properties },
        };

    private static JsonObject Object(string field, JsonNode content) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [field] = content },
        };

    private static JsonObject Typed(JsonObject schema, string group, string version, string kind)
    {
        schema["x-kubernetes-group-version-kind"] = new JsonArray(
            new JsonObject
            {
                ["group"] = group,
                ["version"] = version,
                ["kind"] = kind,
            }
        );
        return schema;
    }
}
