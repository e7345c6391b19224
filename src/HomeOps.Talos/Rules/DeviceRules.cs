using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>Rules for the network interfaces of a node.</summary>
internal static class DeviceRules
{
    public static void Check(ConfigStruct node, DiagnosticBag diagnostics)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var device in node.List("networkInterfaces").OfType<ConfigStruct>())
        {
            CheckName(device, diagnostics);
            CheckMembers(device, members, diagnostics);
            CheckAddresses(device, diagnostics);
            CheckBond(device, diagnostics);
            CheckVlans(device, diagnostics);
            if (device.Struct("vip") is not null && node.Bool("controlPlane") != true)
            {
                diagnostics.Add(TalosDiagnostics.VipOnWorker(node.Text("hostname"), device["vip"]?.Origin));
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
        foreach (var member in (bond ?? bridge)?.List("interfaces").OfType<ConfigScalar>() ?? [])
        {
            if (!members.TryAdd(member.Text, owner))
            {
                diagnostics.Add(TalosDiagnostics.MemberTwice(member.Text, members[member.Text], owner, member.Origin));
            }
        }
    }

    private static void CheckBond(ConfigStruct device, DiagnosticBag diagnostics)
    {
        if (device.Struct("bond") is not { } bond)
        {
            return;
        }

        if (bond.List("interfaces").Count > 0 && bond.List("deviceSelectors").Count > 0)
        {
            diagnostics.Add(TalosDiagnostics.BondInterfacesAndSelectors(bond.Origin));
        }

        var mode = bond.Text("mode");
        if (
            mode
            is not (
                "balance-rr"
                or "active-backup"
                or "balance-xor"
                or "broadcast"
                or "802.3ad"
                or "balance-tlb"
                or "balance-alb"
            )
        )
        {
            diagnostics.Add(TalosDiagnostics.BondMode(mode, bond["mode"]?.Origin ?? bond.Origin));
        }

        foreach (var key in new[] { "lacpRate", "adActorSysPrio", "adUserPortKey" })
        {
            if (mode != "802.3ad" && bond[key] is ConfigScalar { IsZero: false } value)
            {
                diagnostics.Add(TalosDiagnostics.BondOption(key, value.Origin));
            }
        }

        var miimon = bond.Number("miimon") ?? 0;
        foreach (var key in new[] { "updelay", "downdelay" })
        {
            if (bond.Number(key) is > 0 and var delay && (miimon == 0 || delay % miimon != 0))
            {
                diagnostics.Add(TalosDiagnostics.BondDelay(key, bond[key]?.Origin));
            }
        }
    }

    private static void CheckAddresses(ConfigStruct device, DiagnosticBag diagnostics)
    {
        foreach (var address in device.List("addresses").OfType<ConfigScalar>())
        {
            if (NetworkText.Prefix(address.Text) is null && NetworkText.Address(address.Text) is null)
            {
                diagnostics.Add(TalosDiagnostics.DeviceAddress(address.Text, address.Origin));
            }
        }

        foreach (var route in device.List("routes").OfType<ConfigStruct>())
        {
            var (network, gateway) = (route.Text("network"), route.Text("gateway"));
            if (network.Length == 0 && gateway.Length == 0)
            {
                diagnostics.Add(TalosDiagnostics.EmptyRoute(route.Origin));
            }
            else if (network.Length > 0 && NetworkText.Prefix(network) is null)
            {
                diagnostics.Add(TalosDiagnostics.RouteNetwork(network, route["network"]?.Origin));
            }
            else if (gateway.Length > 0 && NetworkText.Address(gateway) is null)
            {
                diagnostics.Add(TalosDiagnostics.RouteGateway(gateway, route["gateway"]?.Origin));
            }
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

    private static void CheckVlans(ConfigStruct device, DiagnosticBag diagnostics)
    {
        foreach (var vlan in device.List("vlans").OfType<ConfigStruct>())
        {
            if (vlan.Number("vlanId") is not (>= 1 and <= 4094))
            {
                diagnostics.Add(
                    TalosDiagnostics.VlanId(vlan.Number("vlanId") ?? 0, vlan["vlanId"]?.Origin ?? vlan.Origin)
                );
            }

            CheckAddresses(vlan, diagnostics);
        }
    }
}
