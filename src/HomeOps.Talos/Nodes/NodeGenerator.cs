using HomeOps.Helm.Templates;
using HomeOps.Talos.Generating;
using HomeOps.Talos.Images;
using HomeOps.Talos.Inputs;
using HomeOps.Talos.Model;
using HomeOps.Talos.Patching;
using HomeOps.Talos.Talconfig;
using HomeOps.Talos.Templates;
using HomeOps.Text;

namespace HomeOps.Talos.Nodes;

/// <summary>
/// The config of one node: the base, the node's own settings, its documents, its patches, the patches of all nodes, and the extra
/// documents, in this order.
/// </summary>
internal sealed class NodeGenerator(
    TalconfigFile talconfig,
    InputFiles files,
    IReadOnlyDictionary<string, string> variables,
    SecretsBundle secrets,
    GenConfigOptions options
)
{
    private readonly Dictionary<
        (string Path, string Text),
        (ConfigPatch? Patch, IReadOnlyList<Diagnostic> Diagnostics)
    > patches = [];

    private readonly VersionContract contract = VersionContract.Parse(talconfig.TalosVersion) ?? VersionContract.Newest;

    public (MachineConfig Config, IReadOnlyList<PatchedKey> Patched) Generate(
        ConfigStruct node,
        DiagnosticBag diagnostics
    )
    {
        var config = BaseConfig.Generate(Input(node, diagnostics));
        var context = new MergeContext(diagnostics);
        NodeSettings.Apply(config, talconfig, node, contract, files, variables, diagnostics);
        foreach (var document in NodeDocuments.Of(node, contract, diagnostics))
        {
            StrategicPatch.Merge(config, document, context);
        }

        var wanted =
            options.GroupFirst || talconfig.Text("patchOrder") == TalconfigType.GroupFirst
                ? talconfig.Root.List("patches").Concat(node.List("patches"))
                : node.List("patches").Concat(talconfig.Root.List("patches"));
        var trace = options.TracesPatches ? new PatchTrace(config) : null;
        foreach (var entry in wanted)
        {
            if (ApplyPatch(config, (ConfigScalar)entry, context, diagnostics) is { } applied)
            {
                trace?.After(applied, config);
            }
        }

        NodeSettings.ApplyTemplates(config, node, contract, diagnostics);
        AppendManifests(config, node, diagnostics);
        return (config, trace?.Keys ?? []);
    }

    private BaseInput Input(ConfigStruct node, DiagnosticBag diagnostics)
    {
        var endpoint = talconfig.Text("endpoint");
        var isSix = UrlText.Host(endpoint).Contains(':', StringComparison.Ordinal);
        var cni = talconfig.Root.Struct("cniConfig");
        return new BaseInput
        {
            ClusterName = talconfig.Text("clusterName"),
            Endpoint = endpoint,
            KubernetesVersion = talconfig.Text("kubernetesVersion"),
            TalosVersion = talconfig.TalosVersion,
            Secrets = secrets,
            IsControlPlane = node.Bool("controlPlane") == true,
            MachineSans = [.. Texts(talconfig.Root, "additionalMachineCertSans"), .. Texts(node, "certSANs")],
            ApiServerSans = [.. Texts(talconfig.Root, "additionalApiServerCertSans")],
            InstallDisk = node.Text("installDisk"),
            InstallImage = NodeImage.Installer(talconfig, node, diagnostics),
            KernelArgs = NodeImage.KernelArgs(node, contract),
            DnsDomain = talconfig.Text("domain") is { Length: > 0 } domain ? domain : "cluster.local",
            PodNets = Nets("clusterPodNets", isSix ? "fc00:db8:10::/56" : "10.244.0.0/16"),
            ServiceNets = Nets("clusterSvcNets", isSix ? "fc00:db8:20::/112" : "10.96.0.0/12"),
            CustomCniUrl = "",
            AllowSchedulingOnControlPlanes =
                talconfig.Root.Bool("allowSchedulingOnControlPlanes") == true
                || talconfig.Root.Bool("allowSchedulingOnMasters") == true,
        };
    }

    private IReadOnlyList<string> Nets(string key, string usual) =>
        Texts(talconfig.Root, key) is { Count: > 0 } given ? given : [usual];

    private ConfigPatch? ApplyPatch(
        MachineConfig config,
        ConfigScalar entry,
        MergeContext context,
        DiagnosticBag diagnostics
    )
    {
        var isFile = entry.Text.StartsWith('@');
        var source = isFile
            ? files.Read(entry.Text[1..], entry.Origin)
            : files.Inline.Source(entry, talconfig.Source.Path);
        if (source is null || config.Main is not { } main)
        {
            return null;
        }

        var text = GoTemplate.Render(source.Text, GoStruct.OfMain(main.Value), out var problem);
        if (text is null)
        {
            diagnostics.Add(
                TalosDiagnostics.Template(
                    problem?.Expression ?? "",
                    problem?.Reason ?? "",
                    source.At(problem?.Offset ?? 0, 2)
                )
            );
            return null;
        }

        if (isFile)
        {
            text = EnvSubst.Expand(text, variables, out var missing);
            if (text is null)
            {
                diagnostics.Add(TalosDiagnostics.Variable(missing, source.At(0, 0)));
                return null;
            }
        }

        var (patch, unreadable) = Read(source, text);
        diagnostics.AddRange(unreadable);
        patch?.Apply(config, options.Patches, context);
        return patch;
    }

    // Each patch is read once, so that a mistake in it is reported once, not for every node.
    private (ConfigPatch? Patch, IReadOnlyList<Diagnostic> Diagnostics) Read(SourceText source, string text)
    {
        if (!patches.TryGetValue((source.Path, text), out var read))
        {
            read = ConfigPatch.Read(text == source.Text ? source : new SourceText(source.Path, text));
            patches.Add((source.Path, text), read);
        }

        return read;
    }

    private void AppendManifests(MachineConfig config, ConfigStruct node, DiagnosticBag diagnostics)
    {
        foreach (var entry in node.List("extraManifests").OfType<ConfigScalar>())
        {
            if (files.Read(entry.Text.TrimStart('@'), entry.Origin) is not { } source)
            {
                continue;
            }

            var (extra, findings) = MachineConfig.Read(source);
            diagnostics.AddRange(findings);
            config.All.AddRange(extra.All);
        }
    }

    internal static IReadOnlyList<string> Texts(ConfigStruct value, string key) =>
        [.. value.List(key).Select(static v => ((ConfigScalar)v).Text)];
}
