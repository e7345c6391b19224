using System.Globalization;
using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Nodes;

/// <summary>The network documents of Talos 1.12 for the interfaces of a node, grouped by kind as talhelper does.</summary>
internal sealed class DeviceDocuments
{
    private readonly string hostname;
    private readonly DiagnosticBag diagnostics;
    private readonly List<(string Name, ConfigStruct Device)> devices;

    public DeviceDocuments(IReadOnlyList<ConfigStruct> all, string hostname, DiagnosticBag diagnostics)
    {
        this.hostname = hostname;
        this.diagnostics = diagnostics;
        var names = new DeviceNames(all);
        devices = [.. all.Select(d => (names.Of(d), d))];
    }

    public List<ConfigDocument> Make()
    {
        var made = new List<ConfigDocument>();
        ForEach(made, AddAlias);
        ForEach(made, AddBondMembers);
        ForEach(made, AddBond);
        ForEach(made, (d, name, device) => LinkDocuments.AddDhcp(d, name, device));
        ForEach(made, (d, name, device) => LinkDocuments.AddVip(d, name, device));
        ForEach(made, AddPlain);
        ForEach(made, AddVlans);
        ForEach(made, AddWireguard);
        ForEach(made, AddBridge);
        foreach (var (_, device) in devices)
        {
            ReportLost(device);
        }

        return made;
    }

    private void ForEach(List<ConfigDocument> made, Action<List<ConfigDocument>, string, ConfigStruct> add)
    {
        foreach (var (name, device) in devices)
        {
            add(made, name, device);
        }
    }

    private static void AddAlias(List<ConfigDocument> made, string name, ConfigStruct device)
    {
        if (device.Struct("deviceSelector") is { } selector)
        {
            AddAlias(made, name, selector, device.Origin);
        }
    }

    private static void AddAlias(List<ConfigDocument> made, string name, ConfigStruct selector, Location? origin)
    {
        var alias = SystemDocuments.Add(made, LinkAliasConfig.Kind).Set("name", name);
        alias.Origin = origin;
        alias.Open("selector").Set("match", LinkExpression.Of(selector));
    }

    private static void AddBondMembers(List<ConfigDocument> made, string name, ConfigStruct device)
    {
        var at = 0;
        foreach (var selector in device.Struct("bond")?.List("deviceSelectors").OfType<ConfigStruct>() ?? [])
        {
            AddAlias(made, Member(name, at++), selector, device.Origin);
        }
    }

    private static string Member(string bond, int at) => string.Create(CultureInfo.InvariantCulture, $"{bond}-m{at}");

    private static void AddBond(List<ConfigDocument> made, string name, ConfigStruct device)
    {
        if (device.Struct("bond") is not { } bond)
        {
            return;
        }

        var document = SystemDocuments.Add(made, BondConfig.Kind).Set("name", name);
        document.Origin = device.Origin;
        var members = bond.List("deviceSelectors").Select((_, i) => Member(name, i));
        document.Set("links", bond.List("interfaces").Select(static i => ((ConfigScalar)i).Text).Concat(members));
        foreach (var (from, to) in BondKeys.All)
        {
            var field = bond.Type.Fields[bond.Type.Require(from)];
            if (field.Pointer ? bond[from] is not null : !field.Type.IsEmpty(bond[from]))
            {
                document.Put(to, bond[from]?.Clone());
            }
        }

        LinkDocuments.PutCommon(document, device);
    }

    private static void AddPlain(List<ConfigDocument> made, string name, ConfigStruct device)
    {
        if (LinkDocuments.IsKindOfItsOwn(device))
        {
            return;
        }

        var isDummy = device.Bool("dummy") == true;
        if (!isDummy && !LinkDocuments.HasCommon(device))
        {
            return;
        }

        var document = SystemDocuments.Add(made, isDummy ? DummyLinkConfig.Kind : LinkConfig.Kind).Set("name", name);
        document.Origin = device.Origin;
        LinkDocuments.PutCommon(document, device);
    }

    private static void AddVlans(List<ConfigDocument> made, string name, ConfigStruct device)
    {
        foreach (var vlan in device.List("vlans").OfType<ConfigStruct>())
        {
            var id = vlan.Number("vlanId") ?? 0;
            var full = string.Create(CultureInfo.InvariantCulture, $"{name}.{id}");
            var document = SystemDocuments
                .Add(made, VLANConfig.Kind)
                .Set("name", full)
                .Set("vlanID", id)
                .Set("parent", name);
            document.Origin = vlan.Origin;
            LinkDocuments.PutCommon(document, vlan);
            LinkDocuments.AddDhcp(made, full, vlan);
            LinkDocuments.AddVip(made, full, vlan);
        }
    }

    private static void AddWireguard(List<ConfigDocument> made, string name, ConfigStruct device)
    {
        if (device.Struct("wireguard") is not { } wireguard)
        {
            return;
        }

        var document = SystemDocuments.Add(made, WireguardConfig.Kind).Set("name", name);
        document.Origin = device.Origin;
        foreach (var key in new[] { "privateKey", "listenPort", "firewallMark" })
        {
            document.Put(key, wireguard[key]);
        }

        var type = (StructType)
            ((ListType)WireguardConfig.Kind.Fields[WireguardConfig.Kind.Require("peers")].Type).Element;
        var peers = new List<ConfigValue>();
        foreach (var peer in wireguard.List("peers").OfType<ConfigStruct>())
        {
            var copy = type.New();
            foreach (var field in peer.Type.Fields)
            {
                copy.Put(field.Name, peer[field.Name]?.Clone());
            }

            peers.Add(copy);
        }

        document.Put("peers", new ConfigList(peers));
        LinkDocuments.PutCommon(document, device);
    }

    private static void AddBridge(List<ConfigDocument> made, string name, ConfigStruct device)
    {
        if (device.Struct("bridge") is not { } bridge)
        {
            return;
        }

        var document = SystemDocuments.Add(made, BridgeConfig.Kind).Set("name", name);
        document.Origin = device.Origin;
        document.Put("links", bridge["interfaces"]?.Clone());
        if (bridge.Struct("stp")?.Bool("enabled") is { } stp)
        {
            document.Open("stp").Set("enabled", stp);
        }

        if (bridge.Struct("vlan")?.Bool("vlanFiltering") is { } filtering)
        {
            document.Open("vlan").Set("filtering", filtering);
        }

        LinkDocuments.PutCommon(document, device);
    }

    private void ReportLost(ConfigStruct device)
    {
        foreach (var key in new[] { "ignore", "bridgePort", "cidr" })
        {
            if (device[key] is { } value && value is not ConfigScalar { IsZero: true })
            {
                diagnostics.Add(TalosDiagnostics.NotConverted(hostname, key, value.Origin));
            }
        }

        if (device.Struct("vip") is { } vip && (vip["equinixMetal"] is not null || vip["hcloud"] is not null))
        {
            diagnostics.Add(TalosDiagnostics.NotConverted(hostname, "vip", vip.Origin));
        }
    }
}
