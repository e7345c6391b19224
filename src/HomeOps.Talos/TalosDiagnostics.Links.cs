using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos;

internal static partial class TalosDiagnostics
{
    public static Diagnostic DeviceWithTwoNames(string name, Location? at) =>
        Error(
            "HO1580",
            $"the interface '{name}' has a 'deviceSelector' too, which Talos does not accept in 'machine.network'",
            at,
            "remove one of them; from Talos 1.12 both may stand in 'networkInterfaces' of talconfig.yaml"
        );

    public static Diagnostic MemberWithAddresses(string name, string owner, Location? at) =>
        Error(
            "HO1581",
            $"'{name}' is part of '{owner}' and cannot have addresses of its own",
            at,
            $"move addresses, DHCP and shared address to '{owner}'"
        );

    public static Diagnostic AddressesTwice(string name, Location? at) =>
        Error("HO1582", $"'{name}' has both 'cidr' and 'addresses'", at, "use 'addresses' only");

    public static Diagnostic BondOptionInMode(string key, string mode, Location? at) =>
        Error("HO1583", $"'{key}' cannot be used in the bond mode {mode}", at, "remove it, or choose another mode");

    public static Diagnostic BondOptionUnsupported(string key, Location? at) =>
        Error("HO1584", $"Talos does not support '{key}' of a bond here", at, "remove it; BondConfig may have it");

    public static Diagnostic BondWord(Field option, string word, Location? at) =>
        Error("HO1585", $"'{option.Name}' of a bond cannot be '{word}'", at, $"use {Words.Choice(option.Words)}");

    public static Diagnostic RouteSource(string address, Location? at) =>
        Error(
            "HO1586",
            $"the route's source '{address}' is no IP address",
            at,
            "write an address of this interface, as 10.0.0.10"
        );

    public static Diagnostic WireguardKey(string key, Location? at) =>
        Error(
            "HO1587",
            $"'{key}' of WireGuard is no key",
            at?.Hidden(),
            "it is 32 bytes in base64, made by 'wg genkey'"
        );

    public static Diagnostic WireguardPeer(string key, string value, Location? at) =>
        Error(
            "HO1588",
            $"'{value}' is no '{key}' of a WireGuard peer",
            at,
            key == "endpoint" ? "write it as 203.0.113.1:51820" : "write it as 10.0.0.0/24"
        );

    public static Diagnostic ImageSuffix(string suffix, string method, string choices, Location? at) =>
        Error("HO1589", $"'machineSpec.imageSuffix' cannot be '{suffix}' for {method}", at, choices);

    public static Diagnostic HalfAnOverlay(Location? at) =>
        Error("HO1590", "an overlay of a schematic needs both 'image' and 'name'", at, "add the other one");
}
