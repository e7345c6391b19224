using System.Globalization;
using System.Text.Json.Nodes;
using HomeOps.Flux;
using HomeOps.Kustomize;

namespace HomeOps.Cli.Commands;

/// <summary>The lists of <c>homeops get</c>.</summary>
/// <param name="cluster">The tree.</param>
/// <param name="isWanted">Which objects were asked for, by namespace and labels.</param>
/// <param name="isWide">Whether Kustomizations show how much they hold.</param>
internal sealed class FluxLists(FluxCluster cluster, Func<string, KustomizeResource?, bool> isWanted, bool isWide)
{
    public ObjectList Kustomizations() =>
        new(
            "kustomizations",
            [
                "NAMESPACE",
                "NAME",
                "PATH",
                "STATUS",
                .. isWide ? (string[])["HELMREPOS", "OCIREPOS", "RELEASES", "OBJECTS"] : [],
            ],
            [
                .. cluster
                    .Kustomizations.Where(b => isWanted(b.Kustomization.Namespace, b.Kustomization.Object))
                    .Select(ItemOf),
            ],
            "Kustomization"
        );

    public ObjectList HelmReleases() =>
        new(
            "helmReleases",
            ["NAMESPACE", "NAME", "REVISION", "CHART", "SOURCE"],
            [.. cluster.HelmReleases.Where(r => isWanted(r.Namespace, r.Object)).Select(ItemOf)],
            "HelmRelease"
        );

    public ObjectList ResourceSets() =>
        new(
            "resourceSets",
            ["NAMESPACE", "NAME", "INPUTS", "OBJECTS", "STATUS"],
            [.. cluster.ResourceSets.Where(r => isWanted(r.Namespace, r.Object)).Select(ItemOf)],
            "ResourceSet"
        );

    public ObjectList Sources() =>
        new(
            "sources",
            ["NAMESPACE", "NAME", "KIND", "VERSION", "URL"],
            [.. cluster.Sources.Where(s => isWanted(s.Namespace, s.Object)).Select(ItemOf)]
        );

    public ObjectList Images() =>
        new(
            "images",
            [],
            [
                .. cluster
                    .Kustomizations.SelectMany(static b => b.Objects)
                    .Concat(cluster.ResourceSets.SelectMany(static r => r.Objects))
                    .Where(o => isWanted(o.Namespace, o))
                    .SelectMany(ImageList.Of)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(static i => new ListItem(i, [i], () => JsonValue.Create(i))),
            ]
        );

    /// <summary>The namespaces of everything that a list may show.</summary>
    public static IEnumerable<string> NamespacesOf(FluxCluster cluster) =>
        cluster
            .Kustomizations.SelectMany(static b =>
                b.Objects.Select(static o => o.Namespace).Append(b.Kustomization.Namespace)
            )
            .Concat(
                cluster.ResourceSets.SelectMany(static r =>
                    r.Objects.Select(static o => o.Namespace).Append(r.Namespace)
                )
            );

    private ListItem ItemOf(KustomizationBuild build)
    {
        var ks = build.Kustomization;
        var status = build.Status.ToString().ToLowerInvariant();
        return new ListItem(
            ks.Id,
            [ks.Namespace, ks.Name, ks.Path, status, .. isWide ? Counts(build) : []],
            () =>
                new JsonObject
                {
                    ["namespace"] = ks.Namespace,
                    ["name"] = ks.Name,
                    ["path"] = ks.Path,
                    ["status"] = status,
                    ["file"] = ks.At.Path,
                    ["parent"] = build.Parent?.Id,
                    ["source"] = SourceOf(ks.Source),
                    ["dependsOn"] = new JsonArray([
                        .. ks.DependsOn.Select(static d => JsonValue.Create($"{d.Namespace}/{d.Name}")),
                    ]),
                    ["objects"] = build.Objects.Count,
                }
        );
    }

    private static ListItem ItemOf(HelmRelease release)
    {
        var status =
            release.HasErrors ? "failed"
            : release.IsSuspended ? "suspended"
            : "built";
        return new ListItem(
            release.Id,
            [release.Namespace, release.Name, release.Version, release.Chart, SourceOf(release.Source)],
            () =>
                new JsonObject
                {
                    ["namespace"] = release.Namespace,
                    ["name"] = release.Name,
                    ["status"] = status,
                    ["kustomization"] = release.Kustomization.Id,
                    ["file"] = release.At.Path,
                    ["revision"] = release.Version,
                    ["chart"] = release.Chart,
                    ["source"] = SourceOf(release.Source),
                    ["values"] = JsonNode.Parse(release.ShownValuesJson),
                }
        );
    }

    private static ListItem ItemOf(ResourceSetBuild set)
    {
        var status = set.Status.ToString().ToLowerInvariant();
        return new ListItem(
            set.Id,
            [set.Namespace, set.Name, Shown(set.InputSets), Shown(set.Objects.Count), status],
            () =>
                new JsonObject
                {
                    ["namespace"] = set.Namespace,
                    ["name"] = set.Name,
                    ["status"] = status,
                    ["kustomization"] = set.Kustomization.Id,
                    ["file"] = set.At.Path,
                    ["inputs"] = set.InputSets,
                    ["objects"] = new JsonArray([
                        .. set.Objects.Select(static o => JsonValue.Create($"{o.Kind}/{o.Namespace}/{o.Name}")),
                    ]),
                }
        );
    }

    private static ListItem ItemOf(FluxSource source) =>
        new(
            $"{source.Kind}/{source.Namespace}/{source.Name}",
            [source.Namespace, source.Name, source.Kind, source.Version, source.Url],
            () =>
                new JsonObject
                {
                    ["namespace"] = source.Namespace,
                    ["name"] = source.Name,
                    ["kind"] = source.Kind,
                    ["file"] = source.At.Path,
                    ["url"] = source.Url,
                    ["version"] = source.Version,
                    ["chart"] = source.Chart,
                    ["source"] = SourceOf(source.Source),
                }
        );

    private static string Shown(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string[] Counts(KustomizationBuild build) =>
        [
            .. ((string[])["HelmRepository", "OCIRepository", "HelmRelease"]).Select(kind =>
                Shown(build.Objects.Count(o => o.Kind == kind))
            ),
            Shown(build.Objects.Count),
        ];

    private static string SourceOf(SourceReference? source) =>
        source is { } s ? $"{s.Kind}/{s.Namespace}/{s.Name}" : "";
}
