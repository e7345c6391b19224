namespace HomeOps.Talos.Tests.Rules;

/// <summary>What <c>talhelper validate talconfig</c> refuses, and where the finding stands.</summary>
public sealed class TalconfigRulesTests
{
    [Theory]
    [InlineData(
        "ignoreHostname: maybe",
        "HO0801: 'nodes.[0].ignoreHostname' wants true or false, not this value",
        null
    )]
    [InlineData(
        "talosImageUrl: x",
        "HO0832: the key 'talosImageUrl' of 'nodes.[0]' is not known and has no effect",
        "did you mean 'talosImageURL'?"
    )]
    [InlineData(
        "talosImageURL: factory.talos.dev/installer/abc:v1.13.9",
        "HO0868: the image 'factory.talos.dev/installer/abc:v1.13.9' has a tag or digest",
        "leave it out; 'talosVersion' is added"
    )]
    [InlineData(
        "installDiskSelector: {model: x}",
        "HO0867: 'control0' has both 'installDisk' and 'installDiskSelector'",
        "say in exactly one of them where Talos is installed"
    )]
    [InlineData(
        "nodeLabels: {'a b': x}",
        "HO0869: 'a b' is no key for 'nodeLabels'",
        "use 'name' or 'example.com/name'"
    )]
    [InlineData(
        "nodeLabels: {a: 'x y'}",
        "HO0870: the label 'a' cannot have the value 'x y'",
        "use at most 63 letters, digits, '-', '_' and '.'"
    )]
    [InlineData(
        "nodeTaints: {a: 'v:Never'}",
        "HO0871: the taint 'a' cannot be 'v:Never'",
        "use NoSchedule, PreferNoSchedule or NoExecute, or 'value:NoSchedule'"
    )]
    [InlineData(
        "machineFiles: [{content: x, permissions: 0o644, path: /a, op: write}]",
        "HO0872: a machine file cannot be written by 'write'",
        "use create, append or overwrite"
    )]
    [InlineData(
        "machineFiles: [{content: x, permissions: 0o644, path: a, op: create}]",
        "HO0873: the path 'a' of a machine file does not begin with '/'",
        "write it from the root, as /var/lib/example"
    )]
    [InlineData(
        "machineFiles: [{content: '@no.txt', permissions: 0o644, path: /a, op: create}]",
        "HO0835: there is no file 'no.txt'",
        "paths after '@' begin at the folder of talconfig.yaml"
    )]
    [InlineData(
        "nameservers: [dns.example.com]",
        "HO0874: the name server 'dns.example.com' is no IP address",
        "write it as 10.0.0.1"
    )]
    [InlineData("machineSpec: {arch: mips}", "HO0875: 'machineSpec.arch' cannot be 'mips'", "use amd64 or arm64")]
    [InlineData(
        "machineSpec: {bootMethod: floppy}",
        "HO0875: 'machineSpec.bootMethod' cannot be 'floppy'",
        "use iso, disk-image or pxe"
    )]
    [InlineData(
        "ingressFirewall: {defaultAction: block, rules: [{name: a, portSelector: {ports: [], protocol: tcp}, ingress: []}]}",
        "HO0876: the firewall rule 'a' has no ports",
        "add 'portSelector: {ports: [443], protocol: tcp}'"
    )]
    [InlineData(
        "ingressFirewall: {defaultAction: drop}",
        "HO0803: 'nodes.[0].ingressFirewall.defaultAction' wants one of accept, block, not 'drop'",
        null
    )]
    [InlineData(
        "schematic: {customization: {systemExtensions: {officialExtensions: [siderolabs/zfs, siderolabs/zfs]}}}",
        "HO0877: the extension 'siderolabs/zfs' stands twice in the schematic",
        "remove one of them"
    )]
    [InlineData(
        "networkInterfaces: [{dhcp: true}]",
        "HO0878: a network interface has neither 'interface' nor 'deviceSelector'",
        "add one of the two"
    )]
    [InlineData(
        "networkInterfaces: [{deviceSelector: {}, dhcp: true}]",
        "HO0879: a device selector selects nothing",
        "add hardwareAddr, busPath, driver, pciID or physical"
    )]
    [InlineData(
        "networkInterfaces: [{interface: b, bond: {interfaces: [x], mode: 802.3ad}, bridge: {interfaces: [z]}}]",
        "HO0880: the interface 'b' is both a bond and a bridge",
        "remove one of 'bond' and 'bridge'"
    )]
    [InlineData(
        "networkInterfaces: [{interface: b, bridge: {interfaces: [x]}}, {interface: c, bridge: {interfaces: [x]}}]",
        "HO0881: 'x' is part of 'b' and of 'c'",
        "take it out of one of them"
    )]
    [InlineData(
        "networkInterfaces: [{interface: b, bond: {interfaces: [x], deviceSelectors: [{driver: d}], mode: 802.3ad}}]",
        "HO0882: a bond has both 'interfaces' and 'deviceSelectors'",
        "use one of them"
    )]
    [InlineData(
        "networkInterfaces: [{interface: b, bond: {interfaces: [x], mode: lacp}}]",
        "HO0883: there is no bond mode 'lacp'",
        "use balance-rr, active-backup, balance-xor, broadcast, 802.3ad, balance-tlb or balance-alb"
    )]
    [InlineData(
        "networkInterfaces: [{interface: b, bond: {interfaces: [x], mode: active-backup, lacpRate: fast}}]",
        "HO0884: 'lacpRate' works in the bond mode 802.3ad only",
        "remove it, or choose that mode"
    )]
    [InlineData(
        "networkInterfaces: [{interface: b, bond: {interfaces: [x], mode: active-backup, miimon: 100, updelay: 150}}]",
        "HO0885: 'updelay' is no multiple of 'miimon'",
        "set 'miimon', and make it a multiple of that"
    )]
    [InlineData(
        "networkInterfaces: [{interface: e, addresses: [10.0.0.300/24]}]",
        "HO0886: '10.0.0.300/24' is no address of an interface",
        "write it as 10.0.0.10/24"
    )]
    [InlineData(
        "networkInterfaces: [{interface: e, routes: [{metric: 1}]}]",
        "HO0887: a route has neither 'network' nor 'gateway'",
        "add 'gateway', or remove the route"
    )]
    [InlineData(
        "networkInterfaces: [{interface: e, routes: [{network: 10.0.0.0, gateway: 10.0.0.1}]}]",
        "HO0888: the route's network '10.0.0.0' is none",
        "write it as 10.0.0.0/8"
    )]
    [InlineData(
        "networkInterfaces: [{interface: e, routes: [{network: 0.0.0.0/0, gateway: router}]}]",
        "HO0889: the route's gateway 'router' is no IP address",
        "write it as 10.0.0.1"
    )]
    [InlineData(
        "networkInterfaces: [{interface: e, dhcp: true, vip: {ip: vip}}]",
        "HO0890: the shared address 'vip' is no IP address",
        "write it as 10.0.0.50"
    )]
    [InlineData(
        "networkInterfaces: [{interface: e, vlans: [{vlanId: 5000}]}]",
        "HO0892: the VLAN id 5000 is not between 1 and 4094",
        "write the number that the switch has for it"
    )]
    [InlineData(
        "networkInterfaces: [{interface: e, dhcp: true, ignore: true}]",
        "HO0842: 'ignore' of an interface of 'control0' has no place in the network documents of Talos 1.12 and is left out",
        "write the document you need in a patch"
    )]
    [InlineData(
        "filenameTmpl: '{{ .Secret }}.yaml'",
        "HO0839: the file name '{{ .Secret }}.yaml' cannot be made: there is no field 'Secret'",
        "use .ClusterName, .Hostname, .IPAddress and .Role in it, and no '/'"
    )]
    [InlineData(
        "nodeLabels: {a: '{{ .Values.x }}'}",
        "HO0838: the template expression '.Values.x' cannot be carried out: there is no field 'Values'",
        "docs/talos.md lists what templates can do; two braces that are meant as such are written '{{ \"{{\" }}'"
    )]
    [InlineData(
        "patches: ['@../../out.yaml']",
        "HO0836: the path '../../out.yaml' leads out of the repository",
        "move the file into the folder of talconfig.yaml"
    )]
    [InlineData(
        "patches: ['@none.yaml']",
        "HO0835: there is no file 'none.yaml'",
        "paths after '@' begin at the folder of talconfig.yaml"
    )]
    [InlineData(
        "patches: ['machine: {ca: {key: \"\"}}']",
        "HO0898: 'control0' is part of the control plane and lacks 'machine.ca.key'",
        "do not remove it in a patch"
    )]
    [InlineData(
        "patches: ['machine: {install: {diskSelector: {model: x}}}']",
        "HO0899: 'control0' has both 'machine.install.disk' and 'machine.install.diskSelector', which exclude each other",
        "remove one of them"
    )]
    [InlineData(
        "patches: ['machine: {network: {hostname: x}}']",
        "HO0894: 'machine.network.hostname' stands beside the document HostnameConfig, which Talos does not accept",
        "write this patch instead:\napiVersion: v1alpha1\nkind: HostnameConfig\nauto: 'off'\nhostname: x"
    )]
    [InlineData(
        "patches: ['{apiVersion: v1alpha1, kind: SysctlConfig, params: {a: b}}']",
        "HO0895: the document SysctlConfig of 'control0' needs Talos 1.14",
        "raise 'talosVersion' or remove the document"
    )]
    [InlineData(
        "networkInterfaces: [{interface: e, dhcp: true, mtu: 1500}]\npatches: ['{apiVersion: v1alpha1, kind: BridgeConfig, name: e, links: [x]}']",
        "HO0893: LinkConfig and BridgeConfig both configure the link 'e'",
        "merge them into one document"
    )]
    public void A_mistake_of_a_node_is_reported(string node, string finding, string? hint) =>
        Expect(Workbench.Talconfig(node: node), finding, hint);

    [Theory]
    [InlineData(
        "clusterNam: x",
        "HO0832: the key 'clusterNam' is not known and has no effect",
        "did you mean 'clusterName'?"
    )]
    [InlineData(
        "domain: Cluster.Local",
        "HO0856: 'Cluster.Local' is no DNS domain",
        "use lower-case letters, digits and dashes, joined by dots"
    )]
    [InlineData(
        "clusterPodNets: [10.42.0.0]",
        "HO0857: '10.42.0.0' in 'clusterPodNets' is no network",
        "write it as 10.42.0.0/16"
    )]
    [InlineData(
        "cniConfig: {name: cilium}",
        "HO0858: there is no network plugin 'cilium'",
        "use flannel, custom or none"
    )]
    [InlineData(
        "cniConfig: {name: custom}",
        "HO0859: the network plugin is 'custom', but 'urls' is empty",
        "add its manifests, or use 'none'"
    )]
    [InlineData(
        "cniConfig: {name: none, urls: [https://x]}",
        "HO0860: the network plugin 'none' takes no 'urls'",
        "remove them, or use 'custom'"
    )]
    [InlineData(
        "cniConfig: {name: custom, urls: [x.yaml]}",
        "HO0861: 'x.yaml' is no address of a manifest",
        "write it with https://"
    )]
    [InlineData(
        "domain: ${NOPE}",
        "HO0833: the variable 'NOPE' is not set",
        "set it in talenv.yaml or in the environment; a dollar sign that is meant as such is written '$$'"
    )]
    public void A_mistake_of_the_cluster_is_reported(string top, string finding, string? hint) =>
        Expect(Workbench.Talconfig(top: top), finding, hint);

    [Theory]
    [InlineData(
        "hostname: worker0",
        "hostname: control0",
        "HO0864: two nodes are called 'control0'",
        "give one of them another name"
    )]
    [InlineData(
        "hostname: worker0",
        "hostname: worker_0",
        "HO0863: 'worker_0' is no hostname",
        "use letters, digits and dashes"
    )]
    [InlineData(
        "ipAddress: 10.0.0.20",
        "ipAddress: 10.0.0.10",
        "HO0866: two nodes have the address '10.0.0.10'",
        "give one of them another address"
    )]
    [InlineData(
        "ipAddress: 10.0.0.20",
        "ipAddress: 10.0.0.2000",
        "HO0865: '10.0.0.2000' is neither an IP address nor a name",
        "several addresses are separated by commas"
    )]
    [InlineData(
        "controlPlane: true",
        "controlPlane: false",
        "HO0862: no node is part of the control plane",
        "set 'controlPlane: true' for at least one node"
    )]
    [InlineData(
        "clusterName: home",
        "",
        "HO0850: 'clusterName' is missing or empty in talconfig.yaml",
        "add 'clusterName:'"
    )]
    [InlineData(
        "talosVersion: v1.13.9",
        "talosVersion: latest",
        "HO0851: 'latest' is no version of Talos",
        "write it as v1.13.9"
    )]
    [InlineData(
        "kubernetesVersion: v1.36.4",
        "kubernetesVersion: v1.36",
        "HO0853: 'v1.36' is no version of Kubernetes",
        "write it as v1.36.4"
    )]
    [InlineData(
        "kubernetesVersion: v1.36.4",
        "kubernetesVersion: v1.25.0",
        "HO0854: Talos 1.13 is made for Kubernetes 1.31 to 1.36, not for v1.25.0",
        "change one of the two versions"
    )]
    [InlineData(
        "talosVersion: v1.13.9",
        "talosVersion: v1.99.0",
        "HO0852: Talos v1.99.0 is not known yet; configs are made as for the nearest version that is",
        "look at what differs before it is applied; a later homeops may know the version"
    )]
    [InlineData(
        "endpoint: https://10.0.0.50:6443",
        "endpoint: 10.0.0.50",
        "HO0855: the endpoint '10.0.0.50' is no address of an API server",
        "write it as https://10.0.0.1:6443"
    )]
    [InlineData(
        "    installDisk: /dev/sda\n\n  - hostname",
        "\n  - hostname",
        "HO0867: 'control0' has neither 'installDisk' nor 'installDiskSelector'",
        "say in exactly one of them where Talos is installed"
    )]
    public void A_changed_line_is_reported(string line, string by, string finding, string? hint) =>
        Expect(
            Workbench.Talconfig().ReplaceLineEndings("\n").Replace(line, by, StringComparison.Ordinal),
            finding,
            hint
        );

    [Theory]
    [InlineData(
        "networkInterfaces: [{interface: e, dhcp: true, vip: {ip: 10.0.0.50}}]",
        "HO0891: 'worker0' is a worker and cannot hold the shared address of the control plane",
        "remove 'vip'"
    )]
    [InlineData(
        "patches: ['machine: {ca: {key: c2VjcmV0}}']",
        "HO0897: 'worker0' is a worker and must not have 'machine.ca.key'",
        "remove it from the patch, or limit the patch to the control plane"
    )]
    [InlineData(
        "filenameTmpl: '{{ .ClusterName }}-control0.yaml'",
        "HO0843: two nodes would be written to 'home-control0.yaml'",
        "give them different hostnames or a 'filenameTmpl'"
    )]
    public void A_mistake_of_a_worker_is_reported(string worker, string finding, string? hint) =>
        Expect(Workbench.Talconfig(worker: worker), finding, hint);

    [Fact]
    public void In_Talos_1_14_what_moved_is_explained()
    {
        var talconfig = Workbench.Talconfig(
            talos: "v1.14.0",
            node: "patches: ['machine: {sysctls: {a: b}}']\ninstallDiskSelector: {type: sd}"
        );
        var result = Workbench.Run(
            talconfig
                .ReplaceLineEndings("\n")
                .Replace("    installDisk: /dev/sda\n    patches", "    patches", StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                "HO0844: 'type' of the disk selector has no counterpart in Talos 1.14 and is left out",
                "HO0896: 'machine.sysctls' has moved to 'params' of the document SysctlConfig in Talos 1.14",
            ],
            result.Diagnostics.Select(static d => $"{d.Code}: {d.Message}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_inline_patch_is_named_with_its_line()
    {
        var result = Workbench.Run(Workbench.Talconfig(node: "patches:\n  - |\n    machine:\n      tim: {}"));
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("HO0802", diagnostic.Code);
        Assert.Equal("talos/talconfig.yaml:14:11", diagnostic.Location?.ToString());
        Assert.StartsWith(
            "          tim: {}",
            diagnostic.Location?.Source.GetLine(14).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Values_that_an_error_concerns_yield_no_files() =>
        Assert.Empty(Workbench.Run(Workbench.Talconfig(node: "nameservers: [x]")).Files);

    private static void Expect(string talconfig, string finding, string? hint)
    {
        var result = Workbench.Run(talconfig);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(finding, $"{diagnostic.Code}: {diagnostic.Message}");
        Assert.Equal(hint, diagnostic.Hint);
        Assert.NotNull(diagnostic.Location);
    }
}
