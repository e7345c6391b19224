using System.Security.Cryptography;
using HomeOps.Files;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Tests;

/// <summary>Generates from texts in memory, with secrets that are made once.</summary>
internal static class Workbench
{
    private static readonly Lazy<SecretsBundle> MadeOnce = new(static () =>
        SecretsBundle.Generate(RandomNumberGenerator.Fill, TimeProvider.System)
    );

    public static SecretsBundle Secrets => MadeOnce.Value;

    /// <summary>A cluster of one control plane node and one worker; the texts are put into it.</summary>
    public static string Talconfig(string node = "", string top = "", string talos = "v1.13.9", string worker = "") =>
        $$"""
            clusterName: home
            talosVersion: {{talos}}
            kubernetesVersion: v1.36.4
            endpoint: https://10.0.0.50:6443
            {{Indented(top, 0)}}
            nodes:
              - hostname: control0
                ipAddress: 10.0.0.10
                controlPlane: true
                installDisk: /dev/sda
            {{Indented(node, 4)}}
              - hostname: worker0
                ipAddress: 10.0.0.20
                installDisk: /dev/sda
            {{Indented(worker, 4)}}
            """;

    public static GenConfigResult Run(
        string talconfig,
        GenConfigOptions? options = null,
        params (string Path, string Text)[] files
    )
    {
        var tree = new MemoryTree();
        tree.Add("talos/talconfig.yaml", talconfig);
        foreach (var (path, text) in files)
        {
            tree.Add("talos/" + path, text);
        }

        return GenConfig.Run(Input(tree) with { Options = options ?? new GenConfigOptions() });
    }

    public static GenConfigInput Input(FileTree tree) =>
        new()
        {
            Files = tree,
            Folder = "talos",
            Random = RandomNumberGenerator.Fill,
            Clock = TimeProvider.System,
            Secrets = Secrets,
        };

    /// <summary>The text of a node's config, findings or not being none.</summary>
    public static string Node(GenConfigResult result, string hostname = "control0")
    {
        Assert.DoesNotContain(result.Diagnostics, static d => d.Severity == Severity.Error);
        return result.Nodes.Single(n => n.Hostname == hostname).Config.ToYaml(YamlProfile.Talhelper);
    }

    /// <summary>The documents of a config as texts, without the line between them.</summary>
    public static IReadOnlyList<string> Documents(string config) => config.Split("---\n");

    /// <summary>The document of a kind, the name being part of its text where it matters.</summary>
    public static string Document(string config, string kind, string name = "") =>
        Documents(config)
            .Single(d =>
                d.Contains($"kind: {kind}\n", StringComparison.Ordinal)
                && (name.Length == 0 || d.Contains($"name: {name}\n", StringComparison.Ordinal))
            );

    public static string Shown(IEnumerable<Diagnostic> diagnostics) => string.Join('\n', diagnostics);

    private static string Indented(string text, int columns) =>
        text.Length == 0 ? "" : string.Join('\n', text.Split('\n').Select(l => new string(' ', columns) + l));
}
