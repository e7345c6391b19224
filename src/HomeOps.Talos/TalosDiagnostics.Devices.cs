using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos;

internal static partial class TalosDiagnostics
{
    public static Diagnostic DeviceWithoutName(Location? at) =>
        Error("HO0878", "a network interface has neither 'interface' nor 'deviceSelector'", at, "add one of the two");

    public static Diagnostic EmptySelector(Location? at) =>
        Error(
            "HO0879",
            "a device selector selects nothing",
            at,
            "add hardwareAddr, busPath, driver, pciID or physical"
        );

    public static Diagnostic BondAndBridge(string name, Location? at) =>
        Error("HO0880", $"the interface '{name}' is both a bond and a bridge", at, "remove one of 'bond' and 'bridge'");

    public static Diagnostic MemberTwice(string member, string first, string second, Location? at) =>
        Error("HO0881", $"'{member}' is part of '{first}' and of '{second}'", at, "take it out of one of them");

    public static Diagnostic BondInterfacesAndSelectors(Location? at) =>
        Error("HO0882", "a bond has both 'interfaces' and 'deviceSelectors'", at, "use one of them");

    public static Diagnostic BondMode(string mode, Location? at) =>
        Error("HO0883", $"there is no bond mode '{mode}'", at, $"use {Words.Choice(DeviceBond.Modes)}");

    public static Diagnostic BondOption(string key, Location? at) =>
        Error("HO0884", $"'{key}' works in the bond mode 802.3ad only", at, "remove it, or choose that mode");

    public static Diagnostic BondDelay(string key, Location? at) =>
        Error("HO0885", $"'{key}' is no multiple of 'miimon'", at, "set 'miimon', and make it a multiple of that");

    public static Diagnostic DeviceAddress(string address, Location? at) =>
        Error("HO0886", $"'{address}' is no address of an interface", at, "write it as 10.0.0.10/24");

    public static Diagnostic EmptyRoute(Location? at) =>
        Error("HO0887", "a route has neither 'network' nor 'gateway'", at, "add 'gateway', or remove the route");

    public static Diagnostic RouteNetwork(string network, Location? at) =>
        Error("HO0888", $"the route's network '{network}' is none", at, "write it as 10.0.0.0/8");

    public static Diagnostic RouteGateway(string gateway, Location? at) =>
        Error("HO0889", $"the route's gateway '{gateway}' is no IP address", at, "write it as 10.0.0.1");

    public static Diagnostic VipAddress(string address, Location? at) =>
        Error("HO0890", $"the shared address '{address}' is no IP address", at, "write it as 10.0.0.50");

    public static Diagnostic VipOnWorker(string node, Location? at) =>
        Error(
            "HO0891",
            $"'{node}' is a worker and cannot hold the shared address of the control plane",
            at,
            "remove 'vip'"
        );

    public static Diagnostic VlanId(long id, Location? at) =>
        Error(
            "HO0892",
            $"the VLAN id {id} is not between 1 and 4094",
            at,
            "write the number that the switch has for it"
        );
}
