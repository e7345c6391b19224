using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>Rules for network interfaces, in talconfig.yaml and in <c>machine.network</c> alike.</summary>
internal static class DeviceRules
{
    public static void Check(
        IReadOnlyList<ConfigStruct> devices,
        string node,
        bool isControlPlane,
        DiagnosticBag diagnostics
    )
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var device in devices.Where(static d => d.Bool("ignore") != true))
        {
            CheckName(device, diagnostics);
            CheckMembers(device, members, diagnostics);
            CheckAddresses(device, device.Text("interface"), diagnostics);
            if (device.Struct("bond") is { } bond)
            {
                BondRules.Check(bond, diagnostics);
            }

            if (device.Struct("wireguard") is { } wireguard)
            {
                WireguardRules.Check(wireguard, diagnostics);
            }

            foreach (var vlan in RuleSubject.Structs(device, "vlans"))
            {
                CheckVlan(vlan, device, diagnostics);
            }

            foreach (var holder in RuleSubject.Structs(device, "vlans").Prepend(device))
            {
                if (holder.Struct("vip") is { } vip && !isControlPlane)
                {
                    diagnostics.Add(TalosDiagnostics.VipOnWorker(node, vip.Origin));
                }
            }
        }

        foreach (var device in devices)
        {
            if (members.TryGetValue(device.Text("interface"), out var owner) && Addressing(device) is { } at)
            {
                diagnostics.Add(TalosDiagnostics.MemberWithAddresses(device.Text("interface"), owner, at.Origin));
            }
        }
    }

    private static void CheckName(ConfigStruct device, DiagnosticBag diagnostics)
    {
        var selector = device.Struct("deviceSelector");
        if (device.Text("interface").Length == 0 && selector is null)
        {
            diagnostics.Add(TalosDiagnostics.DeviceWithoutName(device.Origin));
        }

        if (selector is not null && selector.Type.IsEmpty(selector))
        {
            diagnostics.Add(TalosDiagnostics.EmptySelector(selector.Origin));
        }
    }

    private static void CheckMembers(ConfigStruct device, Dictionary<string, string> members, DiagnosticBag diagnostics)
    {
        var (bond, bridge) = (device.Struct("bond"), device.Struct("bridge"));
        if (bond is not null && bridge is not null)
        {
            diagnostics.Add(TalosDiagnostics.BondAndBridge(device.Text("interface"), device.Origin));
        }

        var owner = device.Text("interface") is { Length: > 0 } name ? name : "the device with a selector";
        foreach (var member in RuleSubject.Scalars(bond ?? bridge, "interfaces"))
        {
            if (!members.TryAdd(member.Text, owner))
            {
                diagnostics.Add(TalosDiagnostics.MemberTwice(member.Text, members[member.Text], owner, member.Origin));
            }
        }
    }

    // What gives an interface an address, or null.
    private static ConfigValue? Addressing(ConfigStruct device) =>
        device.List("addresses").Count > 0 ? device["addresses"]
        : device.Text("cidr").Length > 0 ? device["cidr"]
        : device.Bool("dhcp") == true ? device["dhcp"]
        : device["vip"];

    private static void CheckAddresses(ConfigStruct device, string name, DiagnosticBag diagnostics)
    {
        if (device.List("addresses").Count > 0 && device.Text("cidr").Length > 0)
        {
            diagnostics.Add(TalosDiagnostics.AddressesTwice(name, device["cidr"]?.Origin));
        }

        var cidr = device["cidr"] is ConfigScalar { IsZero: false } single ? single : null;
        foreach (var address in RuleSubject.Scalars(device, "addresses").Concat(cidr is null ? [] : [cidr]))
        {
            if (NetworkText.Prefix(address.Text) is null && NetworkText.Address(address.Text) is null)
            {
                diagnostics.Add(TalosDiagnostics.DeviceAddress(address.Text, address.Origin));
            }
        }

        foreach (var route in RuleSubject.Structs(device, "routes"))
        {
            CheckRoute(route, diagnostics);
        }

        if (
            device.Struct("vip") is { } vip
            && vip.Text("ip") is { Length: > 0 } shared
            && NetworkText.Address(shared) is null
        )
        {
            diagnostics.Add(TalosDiagnostics.VipAddress(shared, vip["ip"]?.Origin));
        }
    }

    private static void CheckRoute(ConfigStruct route, DiagnosticBag diagnostics)
    {
        var (network, gateway, source) = (route.Text("network"), route.Text("gateway"), route.Text("source"));
        if (network.Length == 0 && gateway.Length == 0)
        {
            diagnostics.Add(TalosDiagnostics.EmptyRoute(route.Origin));
        }

        if (network.Length > 0 && NetworkText.Prefix(network) is null)
        {
            diagnostics.Add(TalosDiagnostics.RouteNetwork(network, route["network"]?.Origin));
        }

        if (gateway.Length > 0 && NetworkText.Address(gateway) is null)
        {
            diagnostics.Add(TalosDiagnostics.RouteGateway(gateway, route["gateway"]?.Origin));
        }

        if (source.Length > 0 && NetworkText.Address(source) is null)
        {
            diagnostics.Add(TalosDiagnostics.RouteSource(source, route["source"]?.Origin));
        }
    }

    private static void CheckVlan(ConfigStruct vlan, ConfigStruct device, DiagnosticBag diagnostics)
    {
        var id = vlan.Number("vlanId");
        if (id is not (>= 1 and <= 4094))
        {
            diagnostics.Add(TalosDiagnostics.VlanId(id ?? 0, vlan["vlanId"]?.Origin ?? vlan.Origin));
        }

        CheckAddresses(vlan, $"{device.Text("interface")}.{id}", diagnostics);
    }
}
