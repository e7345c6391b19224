using HomeOps.Helm.Templates;
using HomeOps.Talos.Generating;
using HomeOps.Talos.Images;
using HomeOps.Talos.Inputs;
using HomeOps.Talos.Model;
using HomeOps.Talos.Talconfig;
using HomeOps.Talos.Templates;
using HomeOps.Text;

namespace HomeOps.Talos.Nodes;

/// <summary>Puts what talconfig.yaml says of a node into the documents that the generator made.</summary>
internal static class NodeSettings
{
    public static void Apply(
        MachineConfig config,
        TalconfigFile talconfig,
        ConfigStruct node,
        VersionContract contract,
        InputFiles files,
        IReadOnlyDictionary<string, string> variables,
        DiagnosticBag diagnostics
    )
    {
        if (config.Main?.Value.Struct("machine") is not { } machine)
        {
            return;
        }

        ApplyInstallation(config, machine, talconfig, node, contract, diagnostics);
        var contents = new FileContents(files, variables, diagnostics);
        ApplyFiles(machine, node, contents);
        if (node["machineDisks"] is { } disks)
        {
            machine.Put("disks", disks.Clone());
        }

        ApplyLabels(config, node, contract);
        ApplyModules(config, machine, node, contract);
        if (!contract.HasNetworkDocuments)
        {
            ApplyNetwork(machine, node);
        }

        NetworkPlugin.Apply(config, talconfig, node, contract);
        ApplyManifests(config, talconfig, node, contract, contents);
    }

    /// <summary>Labels, annotations and taints with templates, which see the config as the patches left it.</summary>
    public static void ApplyTemplates(
        MachineConfig config,
        ConfigStruct node,
        VersionContract contract,
        DiagnosticBag diagnostics
    )
    {
        if (config.Main is not { } main)
        {
            return;
        }

        var before = GoStruct.OfMain(main.Value.Copy());
        foreach (var (key, _, _) in LabelKeys)
        {
            foreach (var (name, value) in node.Map(key).Where(static e => IsTemplate(e.Value)))
            {
                if (GoTemplate.Render(((ConfigScalar)value).Text, before, out var problem) is { } text)
                {
                    Target(config, key, contract)?.Entries[name] = new ConfigScalar(text) { Origin = value.Origin };
                }
                else
                {
                    diagnostics.Add(
                        TalosDiagnostics.Template(problem?.Expression ?? "", problem?.Reason ?? "", value.Origin)
                    );
                }
            }
        }
    }

    private static readonly (string Key, string Legacy, string Document)[] LabelKeys =
    [
        ("nodeLabels", "nodeLabels", "labels"),
        ("nodeAnnotations", "nodeAnnotations", "annotations"),
        ("nodeTaints", "nodeTaints", "taints"),
    ];

    // What a node has takes the place of what was generated; in the document of 1.14 it is added, so that the role stays.
    private static void ApplyLabels(MachineConfig config, ConfigStruct node, VersionContract contract)
    {
        foreach (var (key, legacy, _) in LabelKeys)
        {
            if (node[key] is not ConfigMap { Entries.Count: > 0 } map)
            {
                continue;
            }

            if (!contract.HasKubernetesDocuments)
            {
                config.Main?.Value.Open("machine").Put(legacy, new ConfigMap());
            }

            foreach (var (name, value) in map.Entries.Where(static e => !IsTemplate(e.Value)))
            {
                Target(config, key, contract)?.Entries[name] = value;
            }
        }
    }

    private static bool IsTemplate(ConfigValue value) =>
        value is ConfigScalar { Value: string text } && GoTemplate.IsTemplate(text);

    private static ConfigMap? Target(MachineConfig config, string key, VersionContract contract)
    {
        var (_, legacy, document) = Array.Find(LabelKeys, k => k.Key == key);
        var owner = contract.HasKubernetesDocuments
            ? config.Find("KubeNodeConfig")?.Value
            : config.Main?.Value.Open("machine");
        var field = contract.HasKubernetesDocuments ? document : legacy;
        if (owner is not null && owner[field] is not ConfigMap)
        {
            owner.Put(field, new ConfigMap());
        }

        return owner?[field] as ConfigMap;
    }

    private static void ApplyInstallation(
        MachineConfig config,
        ConfigStruct machine,
        TalconfigFile talconfig,
        ConfigStruct node,
        VersionContract contract,
        DiagnosticBag diagnostics
    )
    {
        if (node.Struct("installDiskSelector") is not { } selector)
        {
            return;
        }

        if (!contract.HasKubernetesDocuments)
        {
            machine.Open("install").Put("diskSelector", selector.Copy());
            return;
        }

        var documents = new List<ConfigDocument>();
        var match = DiskExpression.Of(selector, diagnostics);
        SystemDocuments.AddInstallation(documents, NodeImage.Installer(talconfig, node, diagnostics), match);
        var after = config.All.FindIndex(static d => d.Kind == "DiscoveryIdentityConfig");
        config.All.InsertRange(after + 1, documents);
    }

    private static void ApplyFiles(ConfigStruct machine, ConfigStruct node, FileContents contents)
    {
        var written = new List<ConfigValue>();
        foreach (var file in node.List("machineFiles").OfType<ConfigStruct>())
        {
            if (contents.Of(file, "content") is { } content)
            {
                written.Add(
                    new ConfigStruct(MachineFile.Type) { Origin = file.Origin }
                        .Set("content", content)
                        .Put("permissions", file["permissions"])
                        .Put("path", file["path"])
                        .Put("op", file["op"])
                );
            }
        }

        if (written.Count > 0)
        {
            machine.Put("files", new ConfigList(written));
        }
    }

    private static void ApplyModules(
        MachineConfig config,
        ConfigStruct machine,
        ConfigStruct node,
        VersionContract contract
    )
    {
        var modules = node.List("kernelModules").OfType<ConfigStruct>().ToList();
        if (modules.Count == 0)
        {
            return;
        }

        if (contract.HasKubernetesDocuments)
        {
            foreach (var module in modules)
            {
                SystemDocuments
                    .Add(config.All, KernelModuleConfig.Kind)
                    .Put("name", module["name"])
                    .Put("parameters", module["parameters"]?.Clone());
            }

            return;
        }

        var kernel = machine.Open("kernel");
        var type = (StructType)((ListType)kernel.Type.Fields[kernel.Type.Require("modules")].Type).Element;
        kernel.Put(
            "modules",
            new ConfigList([
                .. modules.Select(m => type.New().Put("name", m["name"]).Put("parameters", m["parameters"]?.Clone())),
            ])
        );
    }

    private static void ApplyNetwork(ConfigStruct machine, ConfigStruct node)
    {
        var network = machine.Open("network");
        if (node.Bool("ignoreHostname") != true)
        {
            network.Put("hostname", node["hostname"]);
        }

        foreach (var (from, to) in new[] { ("networkInterfaces", "interfaces"), ("nameservers", "nameservers") })
        {
            if (node.List(from).Count > 0)
            {
                network.Put(to, node[from]?.Clone());
            }
        }

        if (node.Bool("disableSearchDomain") == true)
        {
            network.Set("disableSearchDomain", true);
        }
    }

    // Only the control plane applies manifests.
    private static void ApplyManifests(
        MachineConfig config,
        TalconfigFile talconfig,
        ConfigStruct node,
        VersionContract contract,
        FileContents contents
    )
    {
        if (node.Bool("controlPlane") != true || config.Main?.Value.Open("cluster") is not { } cluster)
        {
            return;
        }

        var type = (StructType)((ListType)cluster.Type.Fields[cluster.Type.Require("inlineManifests")].Type).Element;
        var manifests = new List<ConfigValue>();
        foreach (var manifest in talconfig.Root.List("inlineManifests").OfType<ConfigStruct>())
        {
            if (contents.Of(manifest, "contents") is not { } text)
            {
                continue;
            }

            if (contract.HasKubernetesDocuments)
            {
                SystemDocuments
                    .Add(config.All, KubeInlineManifestConfig.Kind)
                    .Put("name", manifest["name"])
                    .Set("manifest", text);
            }
            else
            {
                var trimmed = text.TrimStart('\t', '\n', '\v', '\f', '\r');
                manifests.Add(type.New().Put("name", manifest["name"]).Set("contents", trimmed));
            }
        }

        if (manifests.Count > 0)
        {
            cluster.Put("inlineManifests", new ConfigList(manifests));
        }
    }
}
