namespace HomeOps.Talos.Tests.Nodes;

/// <summary>Network interfaces as documents from Talos 1.12 on (talhelper, networkconfig.go).</summary>
public sealed class DeviceDocumentsTests
{
    private const string Head = "apiVersion: v1alpha1\nkind: ";

    [Theory]
    [InlineData("{interface: eth0, dhcp: true}", "DHCPv4Config\nname: eth0\n")]
    [InlineData(
        "{interface: eth0, dhcp: true, dhcpOptions: {routeMetric: 50}}",
        "DHCPv4Config\nname: eth0\nrouteMetric: 50\n"
    )]
    [InlineData(
        "{interface: eth0, dhcp: true, dhcpOptions: {routeMetric: 0, ipv4: false, ipv6: true}}",
        "DHCPv6Config\nname: eth0\n"
    )]
    [InlineData(
        "{interface: eth0, addresses: [10.0.0.1/24]}",
        "LinkConfig\nname: eth0\naddresses:\n  - address: 10.0.0.1/24\n"
    )]
    [InlineData(
        "{interface: eth0, addresses: [10.0.0.1]}",
        "LinkConfig\nname: eth0\naddresses:\n  - address: 10.0.0.1/32\n"
    )]
    [InlineData(
        "{interface: eth0, addresses: ['fd00::1']}",
        "LinkConfig\nname: eth0\naddresses:\n  - address: fd00::1/128\n"
    )]
    [InlineData("{interface: eth0, mtu: 9000}", "LinkConfig\nname: eth0\nmtu: 9000\n")]
    [InlineData(
        "{interface: eth0, routes: [{network: 0.0.0.0/0, gateway: 10.0.0.1}]}",
        "LinkConfig\nname: eth0\nroutes:\n  - gateway: 10.0.0.1\n"
    )]
    [InlineData(
        "{interface: eth0, routes: [{network: '::/0', gateway: 'fd00::1'}]}",
        "LinkConfig\nname: eth0\nroutes:\n  - gateway: fd00::1\n"
    )]
    [InlineData(
        "{interface: eth0, routes: [{network: 10.1.0.0/16, gateway: 10.0.0.1, source: 10.0.0.2, metric: 5, mtu: 1400}]}",
        "LinkConfig\nname: eth0\nroutes:\n  - destination: 10.1.0.0/16\n    gateway: 10.0.0.1\n    source: 10.0.0.2\n    metric: 5\n    mtu: 1400\n"
    )]
    [InlineData("{interface: eth0, vip: {ip: 10.0.0.50}}", "Layer2VIPConfig\nname: 10.0.0.50\nlink: eth0\n")]
    [InlineData(
        "{interface: d0, dummy: true, addresses: [10.9.0.1/32]}",
        "DummyLinkConfig\nname: d0\naddresses:\n  - address: 10.9.0.1/32\n"
    )]
    [InlineData(
        "{deviceSelector: {hardwareAddr: 'aa:*'}}",
        "LinkAliasConfig\nname: ethSel0\nselector:\n  match: glob(\"aa:*\", mac(link.hardware_addr))\n"
    )]
    [InlineData(
        "{deviceSelector: {permanentAddr: 'aa:*'}}",
        "LinkAliasConfig\nname: ethSel0\nselector:\n  match: glob(\"aa:*\", mac(link.permanent_addr))\n"
    )]
    [InlineData(
        "{interface: lan, deviceSelector: {driver: virtio}}",
        "LinkAliasConfig\nname: lan\nselector:\n  match: glob(\"virtio\", link.driver)\n"
    )]
    [InlineData(
        "{deviceSelector: {physical: true, driver: d, busPath: '0*', pciID: p}}",
        "LinkAliasConfig\nname: ethSel0\nselector:\n  match: glob(\"0*\", link.bus_path) && glob(\"d\", link.driver) && glob(\"p\", link.pciid) && link.type == 1\n"
    )]
    [InlineData(
        "{deviceSelector: {physical: false}}",
        "LinkAliasConfig\nname: ethSel0\nselector:\n  match: link.type != 1\n"
    )]
    [InlineData(
        "{interface: bond0, bond: {interfaces: [eth0, eth1], mode: 802.3ad, lacpRate: fast, miimon: 100}, mtu: 9000}",
        "BondConfig\nname: bond0\nlinks:\n  - eth0\n  - eth1\nbondMode: 802.3ad\nmiimon: 100\nlacpRate: fast\nmtu: 9000\n"
    )]
    [InlineData(
        "{interface: br0, bridge: {interfaces: [eth0], stp: {enabled: true}}, addresses: [10.0.0.1/24]}",
        "BridgeConfig\nname: br0\nlinks:\n  - eth0\nstp:\n  enabled: true\naddresses:\n  - address: 10.0.0.1/24\n"
    )]
    [InlineData(
        "{interface: wg0, wireguard: {privateKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=, listenPort: 51820, peers: [{publicKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=, allowedIPs: [10.9.0.0/24]}]}}",
        "WireguardConfig\nname: wg0\nprivateKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\nlistenPort: 51820\npeers:\n  - publicKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n    allowedIPs:\n      - 10.9.0.0/24\n"
    )]
    public void A_device_becomes_a_document(string device, string expected)
    {
        var config = Workbench.Node(Workbench.Run(Workbench.Talconfig(node: $"networkInterfaces: [{device}]")));
        Assert.Equal(Head + expected, Workbench.Documents(config)[^1]);
    }

    [Fact]
    public void A_vlan_is_a_document_with_its_own_addresses_and_shared_address()
    {
        var device = "{interface: eth0, vlans: [{vlanId: 7, dhcp: true, mtu: 1500, vip: {ip: 10.0.0.50}}]}";
        var config = Workbench.Node(Workbench.Run(Workbench.Talconfig(node: $"networkInterfaces: [{device}]")));
        Assert.Equal(
            Head + "VLANConfig\nname: eth0.7\nvlanID: 7\nparent: eth0\nmtu: 1500\n",
            Workbench.Document(config, "VLANConfig")
        );
        Assert.Equal(Head + "DHCPv4Config\nname: eth0.7\n", Workbench.Document(config, "DHCPv4Config"));
        Assert.Equal(
            Head + "Layer2VIPConfig\nname: 10.0.0.50\nlink: eth0.7\n",
            Workbench.Document(config, "Layer2VIPConfig")
        );
    }

    [Fact]
    public void Members_of_a_bond_may_be_selected()
    {
        var device =
            "{deviceSelector: {driver: x}, bond: {deviceSelectors: [{driver: a}, {driver: b}], mode: active-backup}}";
        var config = Workbench.Node(Workbench.Run(Workbench.Talconfig(node: $"networkInterfaces: [{device}]")));
        Assert.Contains(
            "links:\n  - bond0-m0\n  - bond0-m1\n",
            Workbench.Document(config, "BondConfig"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "glob(\"b\", link.driver)",
            Workbench.Document(config, "LinkAliasConfig", "bond0-m1"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_that_others_use_are_passed_over()
    {
        var devices =
            "[{interface: ethSel0, dhcp: true}, {deviceSelector: {driver: a}}, {deviceSelector: {driver: b}}]";
        var config = Workbench.Node(Workbench.Run(Workbench.Talconfig(node: $"networkInterfaces: {devices}")));
        Assert.Contains("\"a\"", Workbench.Document(config, "LinkAliasConfig", "ethSel1"), StringComparison.Ordinal);
        Assert.Contains("\"b\"", Workbench.Document(config, "LinkAliasConfig", "ethSel2"), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_1_12_devices_stay_in_the_main_document()
    {
        var talconfig = Workbench.Talconfig(
            node: "networkInterfaces: [{interface: eth0, dhcp: true}]\nnameservers: [10.0.0.1]",
            talos: "v1.11.6"
        );
        var config = Workbench.Node(Workbench.Run(talconfig.Replace("v1.36.4", "v1.34.0", StringComparison.Ordinal)));
        Assert.Single(Workbench.Documents(config));
        Assert.Contains(
            "  network:\n    hostname: control0\n    interfaces:\n      - interface: eth0\n        dhcp: true\n    nameservers:\n      - 10.0.0.1\n",
            config,
            StringComparison.Ordinal
        );
    }
}
