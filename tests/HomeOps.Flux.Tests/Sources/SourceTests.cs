using HomeOps.Files;
using static HomeOps.Flux.Tests.Testing.TestedTree;

namespace HomeOps.Flux.Tests.Sources;

/// <summary>Where the files of a Kustomization come from (flux.md 1.2 Discovery 5).</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData("https://git.example.com/me/home-ops", "https://git.example.com/me/home-ops.git", BuildStatus.Built)]
    [InlineData("ssh://git@git.example.com/me/home-ops", "git@git.example.com:me/home-ops.git", BuildStatus.Built)]
    [InlineData("https://git.example.com/me/other", "git@git.example.com:me/home-ops.git", BuildStatus.Skipped)]
    public void A_GitRepository_with_the_URL_of_a_remote_is_the_repository(
        string url,
        string remote,
        BuildStatus status
    )
    {
        var options = new FluxOptions { Remotes = [remote] };

        Assert.Equal(status, Build("GitRepository", $"spec: {{interval: 1h, url: \"{url}\"}}", options).Status);
    }

    [Theory]
    [InlineData(
        "OCIRepository",
        "spec: {interval: 1h, url: oci://ghcr.io/example/manifests}",
        "oci://ghcr.io/example/manifests"
    )]
    [InlineData("Bucket", "spec: {interval: 1h, endpoint: s3.example.com, bucketName: b}", "Bucket")]
    [InlineData("ExternalArtifact", "spec: {}", "ExternalArtifact")]
    public void Other_sources_are_elsewhere_and_say_where(string kind, string spec, string where)
    {
        var build = Build(kind, spec, new FluxOptions());

        Assert.Equal(BuildStatus.Skipped, build.Status);
        Assert.Equal($"{kind} home/other comes from {where} and is not built", build.Reason?.Message);
    }

    [Fact]
    public void Every_kind_of_source_is_listed_with_URL_and_version()
    {
        var tree = new MemoryTree();
        tree.Add(
            "flux/all.yaml",
            string.Join(
                "---\n",
                Of("GitRepository", "spec: {url: https://git.example.com/a, ref: {branch: main, tag: v1}}"),
                Of("OCIRepository", "spec: {url: oci://ghcr.io/a, ref: {semver: 1.x}}"),
                Of("HelmRepository", "spec: {url: https://charts.example.com}"),
                Of("HelmChart", "spec: {chart: a, version: 1.x, sourceRef: {kind: HelmRepository, name: other}}"),
                Of("Bucket", "spec: {endpoint: s3.example.com, bucketName: b}"),
                Of("ExternalArtifact", "spec: {}")
            )
        );

        Assert.Equal(
            [
                "Bucket s3.example.com/b ",
                "ExternalArtifact  ",
                "GitRepository https://git.example.com/a v1",
                "HelmChart  1.x",
                "HelmRepository https://charts.example.com ",
                "OCIRepository oci://ghcr.io/a 1.x",
            ],
            FluxCluster.Build(tree, "flux").Sources.Select(static s => $"{s.Kind} {s.Url} {s.Version}")
        );
    }

    private static string Of(string kind, string spec) =>
        Object("source.toolkit.fluxcd.io/v1", kind, "other", "home", spec);

    private static KustomizationBuild Build(string kind, string spec, FluxOptions options)
    {
        var tree = new MemoryTree();
        tree.Add(
            "flux/ks.yaml",
            Ks("web", "./web", "home")
                .Replace(
                    "{kind: GitRepository, name: flux-system, namespace: flux-system}",
                    $"{{kind: {kind}, name: other}}",
                    StringComparison.Ordinal
                )
        );
        tree.Add("flux/source.yaml", Of(kind, spec));
        tree.Add("web/a.yaml", ConfigMap("a", "home", "a: b"));
        return FluxCluster.Build(tree, "flux", options).Kustomizations[^1];
    }
}
