using HomeOps.Text;

namespace HomeOps.Talos;

internal static partial class TalosDiagnostics
{
    public static Diagnostic NoMainDocument(Location? at) =>
        Error(
            "HO1551",
            "the machine config has no main document",
            at,
            "it wants a document with 'machine' and 'cluster' before those with a 'kind'"
        );

    public static Diagnostic MachineType(string type, Location? at) =>
        Error(
            "HO1552",
            type.Length == 0 ? "'machine.type' is missing" : $"there is no machine type '{type}'",
            at,
            "use controlplane or worker"
        );

    public static Diagnostic NoTrustedAuthority(string node, Location? at) =>
        Error(
            "HO1553",
            $"'{node}' trusts no authority: both 'machine.ca.crt' and 'machine.acceptedCAs' are empty",
            at,
            "do not remove them in a patch"
        );

    public static Diagnostic NoInstallDisk(string node, Location? at) =>
        Error(
            "HO1554",
            $"'{node}' has neither 'machine.install.disk' nor 'machine.install.diskSelector'",
            at,
            "say where Talos is installed, or check with '--mode cloud' if it comes installed"
        );

    public static Diagnostic DnsForwardingWithoutHostDns(Location? at) =>
        Error(
            "HO1555",
            "'hostDNS.forwardKubeDNSToHost' needs 'hostDNS.enabled'",
            at,
            "set 'enabled: true', or 'forwardKubeDNSToHost: false'"
        );

    public static Diagnostic PersistOff(Location? at) =>
        Error("HO1556", "'persist' is switched off, which Talos no longer allows", at, "remove it");

    public static Diagnostic ApiAccessOnWorker(string node, Location? at) =>
        Error(
            "HO1557",
            $"'{node}' is a worker and cannot give access to the Talos API from Kubernetes",
            at,
            "move 'kubernetesTalosAPIAccess' to a patch of the control plane"
        );

    public static Diagnostic UnknownRole(string role, string? meant, Location? at) =>
        Error(
            "HO1558",
            $"Talos knows no role '{role}'",
            at,
            meant is null
                ? "use os:admin, os:operator, os:reader, os:etcd:backup, os:meta:writer or os:image:verifier"
                : $"did you mean '{meant}'?"
        );

    public static Diagnostic AddressSorting(string algorithm, Location? at) =>
        Error("HO1559", $"addresses cannot be sorted by '{algorithm}'", at, "use v1 or v2");

    public static Diagnostic ProtectedKubeletKey(string key, Location? at) =>
        Error(
            "HO1560",
            $"'{key}' of the kubelet is set by Talos and cannot be overridden in 'extraConfig'",
            at,
            "remove it"
        );

    public static Diagnostic Subnet(string key, string subnet, Location? at) =>
        Error("HO1561", $"'{subnet}' in '{key}' is neither a network nor an address", at, "write it as 10.0.0.0/16");

    public static Diagnostic KubeSpanMtu(long mtu, Location? at) =>
        Error("HO1562", $"the MTU {mtu} is too small for KubeSpan", at, "use 1280 or more");

    public static Diagnostic KubeSpanWithoutDiscovery(Location? at) =>
        Error(
            "HO1563",
            "KubeSpan needs the discovery of the cluster's members, which is switched off",
            at,
            "set 'cluster.discovery.enabled: true', or switch KubeSpan off"
        );

    public static Diagnostic PartitionFillsDisk(string mountpoint, string disk, Location? at) =>
        Error(
            "HO1564",
            $"the partition '{mountpoint}' takes all of the disk '{disk}', but is not the last one on it",
            at,
            "give it a 'size', or put it at the end"
        );

    public static Diagnostic EncryptionSlotTwice(string volume, long slot, Location? at) =>
        Error("HO1565", $"two keys of the volume {volume} have the slot {slot}", at, "give each key a slot of its own");

    public static Diagnostic EncryptionKeyEmpty(string volume, Location? at) =>
        Error(
            "HO1566",
            $"the encryption of the volume {volume} has no key that says what it is made from",
            at,
            "add one of 'static', 'nodeID', 'kms' and 'tpm'"
        );

    public static Diagnostic ExtensionTwice(string image, Location? at) =>
        Error("HO1567", $"the extension '{image}' is installed twice", at, "remove one of them");

    public static Diagnostic Deprecated(string key, string instead, Location? at) =>
        Warning("HO1568", $"'{key}' is deprecated", at, $"use {instead}");

    public static Diagnostic EmptyItem(string path, Location? at) =>
        Error("HO1569", $"an item of '{path}' is empty", at, "remove it, or say what it is");
}
