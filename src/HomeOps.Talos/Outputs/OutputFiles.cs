using System.Text;
using HomeOps.Files;
using HomeOps.Talos.Inputs;
using HomeOps.Talos.Model;
using HomeOps.Talos.Talconfig;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Outputs;

/// <summary>The files of the output folder: machine configs, talosconfig, kubeconfig, .gitignore (talos.md 1.8).</summary>
internal sealed class OutputFiles(
    GenConfigInput input,
    TalconfigFile talconfig,
    SecretsBundle secrets,
    InputFiles files,
    DiagnosticBag diagnostics
)
{
    private const string TalosconfigName = "talosconfig";
    private const string KubeconfigName = "kubeconfig";
    private const string GitignoreName = ".gitignore";

    private readonly string folder = TreePath.Join(input.Folder, input.Options.OutputFolder);

    public IReadOnlyList<MemoryFile> Make(IReadOnlyList<GeneratedNode> nodes)
    {
        List<MemoryFile> made = [.. nodes.Select(n => Private(n.FileName, n.Config.ToYaml(YamlProfile.Talhelper)))];
        if (input.Options.OmitTalosconfig)
        {
            return made;
        }

        Add(made, TalosconfigName, "os", MakeTalosconfig());
        if (!input.Options.OmitKubeconfig)
        {
            Add(made, KubeconfigName, "k8s", MakeKubeconfig());
        }

        if (!input.Options.OmitGitignore)
        {
            made.Add(Gitignore([.. made.Select(static f => TreePath.Name(f.Path))]));
        }

        return made;
    }

    public static List<string> Addresses(ConfigStruct node) =>
        [.. node.Text("ipAddress").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private string? MakeTalosconfig() =>
        Talosconfig.Make(
            talconfig.Text("clusterName"),
            [.. talconfig.Nodes.Where(static n => n.Bool("controlPlane") == true).SelectMany(Addresses)],
            input.Options.OmitNodes ? [] : [.. talconfig.Nodes.SelectMany(Addresses)],
            secrets,
            input.Options.CertificateLifetime,
            Existing(TalosconfigName),
            input.Random,
            input.Clock
        );

    private string? MakeKubeconfig() =>
        Kubeconfig.Make(
            talconfig.Text("clusterName"),
            talconfig.Text("endpoint"),
            secrets,
            input.Options.CertificateLifetime,
            Existing(KubeconfigName),
            input.Random,
            input.Clock
        );

    private SourceText? Existing(string name) => files.TryRead(TreePath.Join(input.Options.OutputFolder, name));

    private void Add(List<MemoryFile> made, string name, string authority, string? text)
    {
        if (text is null)
        {
            diagnostics.Add(TalosDiagnostics.UnusableAuthority(authority, files.Place(input.SecretFiles[0])));
        }
        else
        {
            made.Add(Private(name, text));
        }
    }

    // Lines that somebody added stay.
    private MemoryFile Gitignore(IEnumerable<string> names)
    {
        var path = TreePath.Join(folder, GitignoreName);
        var text = input.Files.TryRead(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        var lines = text.Split('\n').ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Append(".homeops/").Where(lines.Add))
        {
            text = (text.Length == 0 || text.EndsWith('\n') ? text : text + "\n") + name + "\n";
        }

        return new MemoryFile(path, Encoding.UTF8.GetBytes(text));
    }

    private MemoryFile Private(string name, string text) =>
        new(TreePath.Join(folder, name), Encoding.UTF8.GetBytes(text)) { Mode = MemoryFile.PrivateMode };
}
