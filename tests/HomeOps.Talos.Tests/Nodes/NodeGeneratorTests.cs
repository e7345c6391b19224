using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Talos.Tests.Nodes;

/// <summary>talconfig.yaml as talhelper turns it into configs (docs/reference/configuration.md).</summary>
public sealed class NodeGeneratorTests
{
    private const string Head = "apiVersion: v1alpha1\nkind: ";

    [Theory]
    [InlineData("nodeLabels: {a: b}", "  nodeLabels:\n    a: b\ncluster:")]
    [InlineData("nodeAnnotations: {a: b}", "  nodeAnnotations:\n    a: b\n")]
    [InlineData("nodeTaints: {a: 'b:NoSchedule'}", "  nodeTaints:\n    a: b:NoSchedule\n")]
    [InlineData("nodeLabels: {type: '{{ .MachineConfig.MachineType }}'}", "  nodeLabels:\n    type: controlplane\n")]
    [InlineData(
        "kernelModules: [{name: zfs, parameters: [a=1]}]",
        "  kernel:\n    modules:\n      - name: zfs\n        parameters:\n          - a=1\n"
    )]
    [InlineData(
        "machineFiles: [{content: x, permissions: 0o600, path: /var/x, op: create}]",
        "  files:\n    - content: x\n      permissions: 0o600\n      path: /var/x\n      op: create\n"
    )]
    [InlineData(
        "machineDisks: [{device: /dev/sdb, partitions: [{mountpoint: /var/mnt}]}]",
        "  disks:\n    - device: /dev/sdb\n      partitions:\n        - mountpoint: /var/mnt\n"
    )]
    [InlineData("certSANs: [a.example.com]", "  certSANs:\n    - a.example.com\n")]
    [InlineData(
        "talosImageURL: factory.talos.dev/installer/abc",
        "    image: factory.talos.dev/installer/abc:v1.13.9\n"
    )]
    [InlineData("ignoreHostname: true", Head + "HostnameConfig\nauto: stable\n")]
    [InlineData("ignoreHostname: false", Head + "HostnameConfig\nauto: 'off'\nhostname: control0\n")]
    [InlineData("nameservers: [10.0.0.1]", Head + "ResolverConfig\nnameservers:\n  - address: 10.0.0.1\n")]
    [InlineData("disableSearchDomain: true", Head + "ResolverConfig\nsearchDomains:\n  disableDefault: true\n")]
    [InlineData("ingressFirewall: {defaultAction: block}", Head + "NetworkDefaultActionConfig\ningress: block\n")]
    [InlineData(
        "ingressFirewall: {defaultAction: block, rules: [{name: api, portSelector: {ports: [6443, 50000-50001], protocol: tcp}, ingress: [{subnet: 10.0.0.0/16}]}]}",
        Head
            + "NetworkRuleConfig\nname: api\nportSelector:\n  ports:\n    - 6443\n    - 50000-50001\n  protocol: tcp\ningress:\n  - subnet: 10.0.0.0/16\n"
    )]
    [InlineData(
        "extensionServices: [{name: nut, environment: [A=B]}]",
        Head + "ExtensionServiceConfig\nname: nut\nenvironment:\n  - A=B\n"
    )]
    [InlineData(
        "volumes: [{name: EPHEMERAL, provisioning: {maxSize: 50GiB}}]",
        Head + "VolumeConfig\nname: EPHEMERAL\nprovisioning:\n  maxSize: 50GiB\n"
    )]
    [InlineData(
        "userVolumes: [{name: data, filesystem: {type: ext4}}]",
        Head + "UserVolumeConfig\nname: data\nfilesystem:\n  type: ext4\n"
    )]
    [InlineData("patches: ['{machine: {sysctls: {a: b}}}']", "  sysctls:\n    a: b\n")]
    [InlineData("patches: ['[{\"op\": \"add\", \"path\": \"/debug\", \"value\": true}]']", "debug: true\n")]
    [InlineData(
        "patches: ['machine: {env: {IMAGE: \"{{ .MachineConfig.MachineInstall.InstallImage }}\"}}']",
        "    IMAGE: factory.talos.dev/metal-installer/376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba:v1.13.9\n"
    )]
    public void A_setting_of_a_node_is_carried_out(string node, string expected) =>
        Assert.Contains(expected, Text(Workbench.Run(Workbench.Talconfig(node: node))), StringComparison.Ordinal);

    [Theory]
    [InlineData("domain: home.arpa", "    dnsDomain: home.arpa\n")]
    [InlineData("clusterPodNets: [10.42.0.0/16]", "    podSubnets:\n      - 10.42.0.0/16\n")]
    [InlineData("clusterSvcNets: [10.43.0.0/16]", "    serviceSubnets:\n      - 10.43.0.0/16\n")]
    [InlineData("allowSchedulingOnMasters: true", "  allowSchedulingOnControlPlanes: true\n")]
    [InlineData("allowSchedulingOnControlPlanes: true", "  allowSchedulingOnControlPlanes: true\n")]
    [InlineData("additionalApiServerCertSans: [a, b]", "    certSANs:\n      - a\n      - b\n")]
    [InlineData("additionalMachineCertSans: &s [a]\nadditionalApiServerCertSans: *s", "  certSANs:\n    - a\n")]
    [InlineData("cniConfig: {name: none}", "    cni:\n      name: none\n")]
    [InlineData(
        "inlineManifests: [{name: m, contents: 'a: b'}]",
        "  inlineManifests:\n    - name: m\n      contents: 'a: b'\n"
    )]
    [InlineData("controlPlane: {nodeLabels: {a: b}}", "  nodeLabels:\n    a: b\n")]
    [InlineData("controlPlane: {talosImageURL: x/y}", "    image: x/y:v1.13.9\n")]
    [InlineData(
        "imageFactory: {registryURL: factory.home}",
        "    image: factory.home/metal-installer/376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba:v1.13.9\n"
    )]
    public void A_setting_of_the_cluster_is_carried_out(string top, string expected) =>
        Assert.Contains(expected, Text(Workbench.Run(Workbench.Talconfig(top: top))), StringComparison.Ordinal);

    [Fact]
    public void Patches_of_the_group_come_before_the_nodes_and_those_of_all_last()
    {
        var talconfig = Workbench.Talconfig(
            top: "patches: ['machine: {env: {A: all, B: all, C: all}}']\ncontrolPlane: {patches: ['machine: {env: {A: group, D: group}}']}",
            node: "patches: ['machine: {env: {A: node, D: node}}']"
        );
        Assert.Contains(
            "    A: all\n    B: all\n    C: all\n    D: node\n",
            Text(Workbench.Run(talconfig)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "    A: node\n    B: all\n",
            Text(Workbench.Run(talconfig, new GenConfigOptions { GroupFirst = true })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_node_may_keep_the_groups_patches_out()
    {
        var talconfig = Workbench.Talconfig(
            top: "controlPlane: {patches: ['machine: {env: {A: group}}']}",
            node: "overridePatches: true\npatches: ['machine: {env: {B: node}}']"
        );
        Assert.DoesNotContain("A: group", Text(Workbench.Run(talconfig)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_node_wins_whole_over_the_groups()
    {
        var talconfig = Workbench.Talconfig(
            top: "controlPlane: {nodeLabels: {a: group, b: group}}",
            node: "nodeLabels: {a: node}"
        );
        Assert.Contains(
            "  nodeLabels:\n    a: node\ncluster:",
            Text(Workbench.Run(talconfig)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_of_the_certificate_add_up_node_first()
    {
        var talconfig = Workbench.Talconfig(
            top: "additionalMachineCertSans: [all]\ncontrolPlane: {certSANs: [group]}",
            node: "certSANs: [node]"
        );
        Assert.Contains(
            "  certSANs:\n    - all\n    - node\n    - group\n",
            Text(Workbench.Run(talconfig)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void File_patches_get_variables_and_a_doubled_dollar_is_one()
    {
        var talconfig = Workbench.Talconfig(
            top: "patches: ['@./p.yaml', '@empty.yaml']\ncontrolPlane: {patches: ['@q.yaml']}"
        );
        var result = Workbench.Run(
            talconfig,
            null,
            ("talenv.yaml", "SERVER: time.home\n"),
            ("p.yaml", "machine:\n  time:\n    servers: [\"${SERVER}\"]\n"),
            ("q.yaml", "cluster:\n  apiServer:\n    admissionControl:\n      $$patch: delete\n"),
            ("empty.yaml", "\n")
        );
        Assert.Contains("      - time.home\n", Text(result), StringComparison.Ordinal);
        Assert.DoesNotContain("admissionControl", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_delete_that_finds_nothing_is_reported_for_the_node_it_is_applied_to()
    {
        var result = Workbench.Run(
            Workbench.Talconfig(top: "patches: ['@q.yaml']"),
            null,
            ("q.yaml", "cluster:\n  apiServer:\n    admissionControl:\n      $$patch: delete\n")
        );
        Assert.Equal("HO0814", Assert.Single(result.Diagnostics).Code);
        Assert.Equal("talos/q.yaml", Assert.Single(result.Diagnostics).Location?.Path);
    }

    [Theory]
    [InlineData("patches: ['@bad.yaml']")]
    [InlineData("patches: ['machine: {tim: {}}']")]
    [InlineData("patches: ['{apiVersion: v1alpha1, kind: HostnameConfig, auto: never}']")]
    public void A_mistake_in_a_patch_of_all_nodes_is_reported_once(string top) =>
        Assert.Single(
            Workbench.Run(Workbench.Talconfig(top: top), null, ("bad.yaml", "machine:\n  tim: {}\n")).Diagnostics
        );

    [Fact]
    public void A_cluster_without_secrets_is_checked_with_stand_ins()
    {
        var tree = new MemoryTree();
        tree.Add("talos/talconfig.yaml", Workbench.Talconfig());
        var input = Workbench.Input(tree) with
        {
            Secrets = SecretsBundle.StandIn,
            Options = new GenConfigOptions { OmitTalosconfig = true },
        };
        var result = GenConfig.Run(input);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(2, result.Files.Count);
    }

    [Fact]
    public void Comments_may_hold_what_looks_like_a_variable() =>
        Assert.Empty(Workbench.Run("# ${NOPE}\n" + Workbench.Talconfig()).Diagnostics);

    [Fact]
    public void Manifests_and_files_come_from_files()
    {
        var talconfig = Workbench.Talconfig(
            top: "inlineManifests: [{name: m, contents: '@m.yaml'}, {name: raw, contents: '@raw.yaml', skipEnvsubst: true}]"
        );
        var text = Text(
            Workbench.Run(talconfig, null, ("talenv.yaml", "A: b"), ("m.yaml", "x: $A"), ("raw.yaml", "x: $A"))
        );
        Assert.Contains(
            "    - name: m\n      contents: 'x: b'\n    - name: raw\n      contents: 'x: $A'\n",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "inlineManifests",
            Workbench.Node(Workbench.Run(talconfig, null, ("m.yaml", "a"), ("raw.yaml", "b")), "worker0"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Extra_manifests_are_added_after_the_patches()
    {
        var result = Workbench.Run(
            Workbench.Talconfig(node: "extraManifests: [w.yaml]"),
            null,
            ("w.yaml", Head + "WatchdogTimerConfig\ndevice: /dev/watchdog0\ntimeout: 2m\n")
        );
        Assert.EndsWith(
            "---\n" + Head + "WatchdogTimerConfig\ndevice: /dev/watchdog0\ntimeout: 2m0s\n",
            Text(result),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("cniConfig: {name: none}", false, "KubeFlannelCNIConfig")]
    [InlineData(
        "cniConfig: {name: flannel, flannel: {extraArgs: [--x]}}",
        true,
        "backendPort: 4789\nextraArgs:\n  - --x\n"
    )]
    [InlineData(
        "cniConfig: {name: custom, urls: ['https://x/y.yaml']}",
        true,
        "  extraManifests:\n    - https://x/y.yaml\n"
    )]
    [InlineData("allowSchedulingOnControlPlanes: true", false, "taints:")]
    [InlineData("domain: home.arpa", true, "kind: KubeNetworkConfig\ndnsDomain: home.arpa\n")]
    [InlineData(
        "controlPlane: {nodeLabels: {a: b}}",
        true,
        "labels:\n  a: b\n  node-role.kubernetes.io/control-plane: \"\"\n"
    )]
    [InlineData("controlPlane: {kernelModules: [{name: zfs}]}", true, "kind: KernelModuleConfig\nname: zfs\n")]
    [InlineData(
        "inlineManifests: [{name: m, contents: 'a: b'}]",
        true,
        "kind: KubeInlineManifestConfig\nname: m\nmanifest: 'a: b'\n"
    )]
    [InlineData(
        "domain: home.arpa",
        true,
        "kind: UnattendedInstallConfig\ninstaller:\n  image: factory.talos.dev/metal-installer/"
    )]
    public void Talos_1_14_has_documents_instead(string top, bool contained, string text)
    {
        var config = Text(Workbench.Run(Workbench.Talconfig(top: top, talos: "v1.14.0")));
        Assert.Equal(contained, config.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_disk_selector_becomes_an_expression_in_Talos_1_14()
    {
        var talconfig = Workbench.Talconfig(
            talos: "v1.14.0",
            node: "installDiskSelector: {model: 'SK*', size: '<= 2TB', type: nvme}"
        );
        var text = Text(
            Workbench.Run(
                talconfig
                    .ReplaceLineEndings("\n")
                    .Replace(
                        "    installDisk: /dev/sda\n    installDiskSelector",
                        "    installDiskSelector",
                        StringComparison.Ordinal
                    )
            )
        );
        Assert.Contains(
            "match: disk.size <= 2000000000000u && glob(\"SK*\", disk.model) && disk.transport == \"nvme\"\n",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_IPv6_endpoint_changes_the_usual_networks()
    {
        var talconfig = Workbench
            .Talconfig()
            .Replace("https://10.0.0.50:6443", "https://[fd00::50]:6443", StringComparison.Ordinal);
        Assert.Contains(
            "      - fc00:db8:10::/56\n    serviceSubnets:\n      - fc00:db8:20::/112\n",
            Text(Workbench.Run(talconfig)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Files_are_private_and_listed_in_gitignore()
    {
        var result = Workbench.Run(Workbench.Talconfig(), null, ("clusterconfig/.gitignore", "mine\ntalosconfig"));
        Assert.Equal(
            [
                "talos/clusterconfig/home-control0.yaml",
                "talos/clusterconfig/home-worker0.yaml",
                "talos/clusterconfig/talosconfig",
                "talos/clusterconfig/kubeconfig",
                "talos/clusterconfig/.gitignore",
            ],
            result.Files.Select(static f => f.Path)
        );
        Assert.All(result.Files.SkipLast(1), static f => Assert.Equal(MemoryFile.PrivateMode, f.Mode));
        Assert.Equal(
            "mine\ntalosconfig\nhome-control0.yaml\nhome-worker0.yaml\nkubeconfig\n.homeops/\n",
            result.Files[^1].Text
        );
    }

    [Fact]
    public void File_names_follow_a_template()
    {
        var result = Workbench.Run(Workbench.Talconfig(node: "filenameTmpl: '{{ .Role }}-{{.IPAddress}}.yaml'"));
        Assert.Equal("talos/clusterconfig/controlplane-10.0.0.10.yaml", result.Files[0].Path);
    }

    [Theory]
    [InlineData("worker0")]
    [InlineData("10.0.0.20")]
    public void One_node_may_be_asked_for(string name) =>
        Assert.Equal(
            "worker0",
            Assert.Single(Workbench.Run(Workbench.Talconfig(), new GenConfigOptions { Node = name }).Nodes).Hostname
        );

    [Fact]
    public void Talosconfig_lists_control_planes_and_all_nodes()
    {
        var files = Workbench.Run(Workbench.Talconfig()).Files;
        Assert.Contains(
            "endpoints:\n            - 10.0.0.10\n        nodes:\n            - 10.0.0.10\n            - 10.0.0.20\n",
            files[2].Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "nodes:",
            Workbench.Run(Workbench.Talconfig(), new GenConfigOptions { OmitNodes = true }).Files[2].Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_generated_is_read_back_without_findings()
    {
        foreach (var version in new[] { "v1.11.6", "v1.12.0", "v1.13.9", "v1.14.0" })
        {
            var talconfig = Workbench.Talconfig(talos: version).Replace("v1.36.4", "v1.34.0", StringComparison.Ordinal);
            var text = Text(Workbench.Run(talconfig));
            var (config, diagnostics) = MachineConfig.Read(new SourceText("c", text));
            Assert.Empty(diagnostics);
            Assert.Equal(text, config.ToYaml(Yaml.YamlProfile.Talhelper));
        }
    }

    private static string Text(GenConfigResult result) => Workbench.Node(result);
}
