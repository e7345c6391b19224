using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Talos.Tests.Rules;

/// <summary>Broken talconfigs, patches and machine configs, with all that is printed of them (talos.md 1.5, 1.7, 1.9, 2.3).</summary>
public sealed class BrokenInputTests
{
    private const string Nic = "networkInterfaces: [{interface: e0, ";
    private const string Key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    [Theory]
    [InlineData("bond-arp-validate", Nic + "bond: {interfaces: [a], mode: 802.3ad, arpValidate: all}}]")]
    [InlineData("bond-actor-system", Nic + "bond: {interfaces: [a], mode: 802.3ad, adActorSystem: x}}]")]
    [InlineData("bond-hash-policy", Nic + "bond: {interfaces: [a], mode: 802.3ad, xmitHashPolicy: layer4}}]")]
    [InlineData("bond-mode", Nic + "bond: {interfaces: [a], mode: lacp}}]")]
    [InlineData(
        "bond-member-addresses",
        Nic + "addresses: [10.0.0.1/24]}, {interface: b0, bond: {interfaces: [e0], mode: active-backup}}]"
    )]
    [InlineData("cidr-and-addresses", Nic + "cidr: 10.0.0.1/24, addresses: [10.0.0.2/24], ignore: false}]")]
    [InlineData("route-source", Nic + "routes: [{network: 10.0.0.0/8, gateway: 10.0.0.1, source: me}]}]")]
    [InlineData("wireguard-key", Nic + "wireguard: {privateKey: c2hvcnQ=}}]")]
    [InlineData(
        "wireguard-peer",
        Nic + "wireguard: {privateKey: " + Key + ", peers: [{publicKey: " + Key + ", endpoint: vpn}]}}]"
    )]
    [InlineData("image-suffix", "machineSpec: {bootMethod: disk-image, imageSuffix: img}")]
    [InlineData("image-suffix-pxe", "machineSpec: {bootMethod: pxe, imageSuffix: iso}")]
    [InlineData(
        "bond-and-bridge",
        "networkInterfaces: [{interface: bond0, bond: {interfaces: [a], mode: 802.3ad}, bridge: {interfaces: [b]}}]"
    )]
    [InlineData(
        "member-twice",
        "networkInterfaces: [{interface: br0, bridge: {interfaces: [eth0]}}, {interface: br1, bridge: {interfaces: [eth0]}}]"
    )]
    [InlineData(
        "two-documents-of-a-link",
        "networkInterfaces: [{interface: eth0, mtu: 1500}]\npatches: ['{apiVersion: v1alpha1, kind: BridgeConfig, name: eth0, links: [x]}']"
    )]
    [InlineData(
        "patch-merge-mismatch",
        "patches: ['machine: {kubelet: {extraConfig: {a: 1}}}', 'machine: {kubelet: {extraConfig: {a: [1]}}}']"
    )]
    [InlineData(
        "extension-twice",
        "schematic: {customization: {systemExtensions: {officialExtensions: [siderolabs/zfs, siderolabs/zfs]}}}"
    )]
    [InlineData(
        "extension-unknown",
        "schematic: {customization: {systemExtensions: {officialExtensions: [siderolabs/zsf]}}}"
    )]
    [InlineData("overlay-unknown", "schematic: {overlay: {image: siderolabs/sbc-rockchip, name: turingrk}}")]
    [InlineData(
        "patch-arp-targets",
        "patches: ['machine: {network: {interfaces: [{interface: b0, bond: {mode: 802.3ad, interfaces: [x], arpIPTarget: [10.0.0.1]}}]}}']"
    )]
    [InlineData("half-an-overlay", "schematic: {overlay: {name: rpi_generic}}")]
    [InlineData(
        "partition-fills-disk",
        "machineDisks: [{device: /dev/sdb, partitions: [{mountpoint: /var/a}, {mountpoint: /var/b, size: 10GB}]}]"
    )]
    [InlineData("deprecated-disks", "machineDisks: [{device: /dev/sdb, partitions: [{mountpoint: /var/a}]}]")]
    [InlineData("empty-file", "machineFiles:\n  -")]
    [InlineData("patch-machine-type", "patches: ['machine: {type: master}']")]
    [InlineData("patch-no-authority", "patches: ['machine: {ca: {$$patch: delete}}']")]
    [InlineData("patch-no-disk", "patches: ['machine: {install: {disk: {$$patch: delete}}}']")]
    [InlineData("patch-host-dns", "patches: ['machine: {features: {hostDNS: {enabled: false}}}']")]
    [InlineData("patch-persist", "patches: ['persist: false']")]
    [InlineData(
        "patch-unknown-role",
        "patches: ['machine: {features: {kubernetesTalosAPIAccess: {enabled: true, allowedRoles: [os:reder]}}}']"
    )]
    [InlineData("patch-address-sorting", "patches: ['machine: {features: {nodeAddressSortAlgorithm: v3}}']")]
    [InlineData("patch-kubelet-key", "patches: ['machine: {kubelet: {extraConfig: {staticPodPath: /etc}}}']")]
    [InlineData("patch-kubelet-subnet", "patches: ['machine: {kubelet: {nodeIP: {validSubnets: [home]}}}']")]
    [InlineData("patch-kubespan-mtu", "patches: ['machine: {network: {kubespan: {enabled: true, mtu: 1000}}}']")]
    [InlineData(
        "patch-kubespan-discovery",
        "patches: ['{machine: {network: {kubespan: {enabled: true}}}, cluster: {discovery: {enabled: false}}}']"
    )]
    [InlineData(
        "patch-encryption-slots",
        "patches: ['machine: {systemDiskEncryption: {state: {provider: luks2, keys: [{slot: 0, nodeID: {}}, {slot: 0, nodeID: {}}]}}}']"
    )]
    [InlineData(
        "patch-encryption-key",
        "patches: ['machine: {systemDiskEncryption: {state: {provider: luks2, keys: [{slot: 0}]}}}']"
    )]
    [InlineData("patch-extension-twice", "patches: ['machine: {install: {extensions: [{image: a/b}, {image: a/b}]}}']")]
    [InlineData("patch-no-endpoint", "patches: ['cluster: {controlPlane: {endpoint: {$$patch: delete}}}']")]
    [InlineData("patch-manifest-name", "patches: ['cluster: {inlineManifests: [{name: \"\", contents: a}]}']")]
    [InlineData("patch-discovery-identity", "patches: ['cluster: {id: {$$patch: delete}}']")]
    [InlineData(
        "patch-discovery-endpoint",
        "patches: ['cluster: {discovery: {registries: {service: {endpoint: https://d.example.com/v1}}}}']"
    )]
    [InlineData(
        "patch-cloud-provider",
        "patches: ['cluster: {externalCloudProvider: {manifests: [https://x.example.com/m.yaml]}}']"
    )]
    [InlineData(
        "patch-interface-and-selector",
        "patches: ['machine: {network: {interfaces: [{interface: e9, deviceSelector: {driver: igc}, dhcp: true}]}}']"
    )]
    [InlineData("patch-etcd-subnet", "patches: ['cluster: {etcd: {advertisedSubnets: [10.0.0.0/33]}}']")]
    [InlineData("patch-label", "patches: ['machine: {nodeLabels: {\"a b\": c}}']")]
    [InlineData("patch-template", "patches: ['machine: {env: {A: \"{{ .MachineConfig.Typ }}\"}}']")]
    [InlineData("patch-dns-domain", "patches: ['cluster: {network: {dnsDomain: Home Net}}']")]
    [InlineData("patch-unknown-key", "patches: ['machine: {kublet: {}}']")]
    [InlineData("patch-unknown-kind", "patches: ['{apiVersion: v1alpha1, kind: HostnamConfig}']")]
    [InlineData("patch-no-kind", "patches: ['{apiVersion: v1alpha1, hostname: a}']")]
    [InlineData("patch-json", "patches: ['[{\"op\": \"remove\", \"path\": \"/machine/time\"}]']")]
    [InlineData("patch-json-malformed", "patches: ['[{\"op\": \"merge\", \"path\": \"/machine\"}]']")]
    [InlineData("patch-delete-nothing", "patches: ['machine: {time: {servers: {$$patch: delete}}}']")]
    [InlineData("patch-delete-main", "patches: ['$$patch: delete']")]
    [InlineData("patch-missing-file", "patches: ['@none.yaml']")]
    [InlineData("label-template", "nodeLabels: {a: '{{ uper \"x\" }}'}")]
    public void A_mistake_of_a_node(string name, string node) => Verify(name, Workbench.Talconfig(node: node));

    [Theory]
    [InlineData("installer-template", "imageFactory: {installerURLTmpl: '{{ .Registry }}/x'}")]
    [InlineData("manifest-twice", "inlineManifests: [{name: a, contents: x}, {name: a, contents: y}]")]
    [InlineData("plugin-flannel", "cniConfig: {name: none, flannel: {extraArgs: [--iface=eth0]}}")]
    [InlineData("unknown-key", "clusterNam: x")]
    [InlineData("variable", "domain: ${NOPE}")]
    [InlineData("pod-network", "clusterPodNets: [10.42.0.0]")]
    public void A_mistake_of_the_cluster(string name, string top) => Verify(name, Workbench.Talconfig(top: top));

    [Theory]
    [InlineData("worker-etcd", "patches: ['cluster: {etcd: {subnet: 10.0.0.0/8}}']")]
    [InlineData("worker-api-access", "patches: ['machine: {features: {kubernetesTalosAPIAccess: {enabled: true}}}']")]
    [InlineData("worker-vip", Nic + "dhcp: true, vip: {ip: 10.0.0.50}}]")]
    public void A_mistake_of_a_worker(string name, string worker) => Verify(name, Workbench.Talconfig(worker: worker));

    [Theory]
    [InlineData("config-without-main", "apiVersion: v1alpha1\nkind: HostnameConfig\nauto: stable\n")]
    [InlineData("config-with-secret-line", "machine:\n  type: worker\n  ca: {crt: Zm9v, key: YmFy, kez: x}\n")]
    public void A_mistake_of_a_machine_config(string name, string config) =>
        Golden.Verify(
            $"Broken/{name}.expected",
            Printed(ConfigValidation.OfMachineConfig(new SourceText("control0.yaml", config), TalosMode.Metal))
        );

    private static void Verify(string name, string talconfig) =>
        Golden.Verify(
            $"Broken/{name}.expected",
            Printed(Workbench.Run(talconfig.ReplaceLineEndings("\n")).Diagnostics)
        );

    private static string Printed(IEnumerable<Diagnostic> findings)
    {
        using var text = new StringWriter { NewLine = "\n" };
        foreach (var finding in findings)
        {
            DiagnosticPrinter.Print(text, finding);
        }

        return text.ToString();
    }
}
