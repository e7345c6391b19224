using System.Text.Json;
using System.Text.Json.Nodes;
using HomeOps.Files;
using HomeOps.Flux;
using HomeOps.Testing;

namespace HomeOps.Conformance;

/// <summary>
/// <c>flux</c>: a folder with <c>repos/NAME</c> and <c>golden/NAME[--ENTRY]/{index.json,NS__NAME.yaml,NS__NAME.ks.json}</c>. Only the
/// repositories and the entries of the index are input: every Kustomization is discovered.
/// </summary>
internal sealed class FluxCorpus : ICorpus
{
    // As the goldens were recorded: no key, undefined variables empty.
    private static readonly FluxOptions Options = new() { IsStrict = false, Placeholders = PlaceholderStyle.Marked };

    public string Name => "flux";

    public IEnumerable<CaseResult> Run(string path, string filter)
    {
        foreach (var golden in Directory.EnumerateDirectories(Path.Join(path, "golden")).Order(StringComparer.Ordinal))
        {
            var repository = Path.GetFileName(golden).Split("--")[0];
            var tree = new DiskTree(Path.Join(path, "repos", repository));
            using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Join(golden, "index.json")));
            foreach (var entry in index.RootElement.GetProperty("entries").EnumerateArray())
            {
                var cluster = FluxCluster.Build(tree, entry.GetString() ?? "", Options);
                foreach (var result in Compare(cluster, golden, repository))
                {
                    if (result.Id.Contains(filter, StringComparison.Ordinal))
                    {
                        yield return result;
                    }
                }
            }
        }
    }

    private static IEnumerable<CaseResult> Compare(FluxCluster cluster, string golden, string repository)
    {
        var expected = Directory
            .EnumerateFiles(golden, "*.ks.json")
            .Select(static f => Path.GetFileName(f)[..^".ks.json".Length])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var build in cluster.Kustomizations)
        {
            var ks = build.Kustomization;
            var name = $"{ks.Namespace}__{ks.Name}";
            var id = $"{repository}/{name}";
            if (!expected.Remove(name))
            {
                // The index lists what could be built: not what comes from elsewhere, nor what needs files the corpus lacks.
                yield return build.Status == BuildStatus.Built
                    ? CaseResult.Fail(id, "discovered", "not expected")
                    : CaseResult.Skip(id, "discovered", $"nothing was recorded: {build.Reason?.Message}");
                continue;
            }

            var spec = File.ReadAllText(Path.Join(golden, name + ".ks.json"));
            yield return CompareSpec(id, build, JsonNode.Parse(spec));
            yield return CompareBuild(id, build, File.ReadAllText(Path.Join(golden, name + ".yaml")));
        }

        foreach (var name in expected.Order(StringComparer.Ordinal))
        {
            yield return CaseResult.Fail($"{repository}/{name}", "discovered", "not found");
        }
    }

    private static CaseResult CompareSpec(string id, KustomizationBuild build, JsonNode? expected)
    {
        var actual = Effective(build);
        return JsonNode.DeepEquals(actual, expected)
            ? CaseResult.Pass(id, "discovered")
            : CaseResult.Fail(
                id,
                "discovered",
                LineDifference.Between(
                    Sorted(expected)?.ToJsonString(Indented) ?? "",
                    Sorted(actual)?.ToJsonString(Indented) ?? ""
                )
            );
    }

    private static CaseResult CompareBuild(string id, KustomizationBuild build, string expected)
    {
        var actual = build.ToYaml();
        return actual == expected
            ? CaseResult.Pass(id, "built")
            : CaseResult.Fail(
                id,
                "built",
                build.Objects.Count == 0
                    ? string.Join('\n', build.Diagnostics.Select(static d => d.ToString()))
                    : LineDifference.Between(expected, actual)
            );
    }

    // The recorded object: metadata is name and namespace, and substitute holds all variables.
    private static JsonNode? Effective(KustomizationBuild build)
    {
        var ks = build.Kustomization;
        var source = ks.ToJson() is { } json ? JsonNode.Parse(json)?["spec"]?.AsObject() : EntrySpec(ks);
        var spec = source?.DeepClone().AsObject() ?? [];
        if (spec["postBuild"] is JsonObject postBuild)
        {
            postBuild.Remove("substituteFrom");
            postBuild["substitute"] = new JsonObject(
                build.Variables.Select(static v => new KeyValuePair<string, JsonNode?>(
                    v.Key,
                    JsonValue.Create(v.Value)
                ))
            );
        }

        return new JsonObject
        {
            ["apiVersion"] = "kustomize.toolkit.fluxcd.io/v1",
            ["kind"] = "Kustomization",
            ["metadata"] = new JsonObject { ["name"] = ks.Name, ["namespace"] = ks.Namespace },
            ["spec"] = spec,
        };
    }

    // What the entry was recorded as.
    private static JsonObject EntrySpec(FluxKustomization entry) =>
        new()
        {
            ["interval"] = "1h",
            ["path"] = entry.Path,
            ["prune"] = entry.Prunes,
            ["sourceRef"] = new JsonObject { ["kind"] = "GitRepository", ["name"] = "flux-system" },
        };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.OrderBy(static p => p.Key, StringComparer.Ordinal)
                    .Select(static p => new KeyValuePair<string, JsonNode?>(p.Key, Sorted(p.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(Sorted)]),
            _ => node?.DeepClone(),
        };
}
