using HomeOps.Text;

namespace HomeOps.Talos;

internal static partial class TalosDiagnostics
{
    public static Diagnostic MissingKey(string key, Location? at) =>
        Error("HO0850", $"'{key}' is missing or empty in talconfig.yaml", at, $"add '{key}:'");

    public static Diagnostic BadTalosVersion(string version, Location? at) =>
        Error("HO0851", $"'{version}' is no version of Talos", at, "write it as v1.13.9");

    public static Diagnostic UnknownTalosVersion(string version, Location? at) =>
        Warning(
            "HO0852",
            $"Talos {version} is not known yet; configs are made as for the nearest version that is",
            at,
            "look at what differs before it is applied; a later homeops may know the version"
        );

    public static Diagnostic BadKubernetesVersion(string version, Location? at) =>
        Error("HO0853", $"'{version}' is no version of Kubernetes", at, "write it as v1.36.4");

    public static Diagnostic VersionsDoNotFit(string kubernetes, int talos, string range, Location? at) =>
        Warning(
            "HO0854",
            $"Talos 1.{talos} is made for Kubernetes {range}, not for {kubernetes}",
            at,
            "change one of the two versions"
        );

    public static Diagnostic BadEndpoint(string endpoint, Location? at) =>
        Error(
            "HO0855",
            $"the endpoint '{endpoint}' is no address of an API server",
            at,
            "write it as https://10.0.0.1:6443"
        );

    public static Diagnostic BadDomain(string domain, Location? at) =>
        Error(
            "HO0856",
            $"'{domain}' is no DNS domain",
            at,
            "use lower-case letters, digits and dashes, joined by dots"
        );

    public static Diagnostic BadNetwork(string key, string network, Location? at) =>
        Error("HO0857", $"'{network}' in '{key}' is no network", at, "write it as 10.42.0.0/16");

    public static Diagnostic BadPlugin(string name, Location? at) =>
        Error("HO0858", $"there is no network plugin '{name}'", at, "use flannel, custom or none");

    public static Diagnostic PluginWithoutUrls(Location? at) =>
        Warning(
            "HO0859",
            "the network plugin is 'custom', but 'urls' is empty",
            at,
            "add its manifests, or use 'none'"
        );

    public static Diagnostic PluginWithUrls(string name, Location? at) =>
        Error("HO0860", $"the network plugin '{name}' takes no 'urls'", at, "remove them, or use 'custom'");

    public static Diagnostic BadPluginUrl(string url, Location? at) =>
        Error("HO0861", $"'{url}' is no address of a manifest", at, "write it with https://");

    public static Diagnostic NoControlPlane(Location? at) =>
        Error("HO0862", "no node is part of the control plane", at, "set 'controlPlane: true' for at least one node");

    public static Diagnostic BadHostname(string hostname, Location? at) =>
        Error("HO0863", $"'{hostname}' is no hostname", at, "use letters, digits and dashes");

    public static Diagnostic DuplicateHostname(string hostname, Location? at) =>
        Error("HO0864", $"two nodes are called '{hostname}'", at, "give one of them another name");

    public static Diagnostic BadNodeAddress(string address, Location? at) =>
        Error(
            "HO0865",
            $"'{address}' is neither an IP address nor a name",
            at,
            "several addresses are separated by commas"
        );

    public static Diagnostic DuplicateNodeAddress(string address, Location? at) =>
        Error("HO0866", $"two nodes have the address '{address}'", at, "give one of them another address");

    public static Diagnostic InstallDisk(string node, bool both, Location? at) =>
        Error(
            "HO0867",
            both
                ? $"'{node}' has both 'installDisk' and 'installDiskSelector'"
                : $"'{node}' has neither 'installDisk' nor 'installDiskSelector'",
            at,
            "say in exactly one of them where Talos is installed"
        );

    public static Diagnostic ImageWithTag(string image, Location? at) =>
        Error("HO0868", $"the image '{image}' has a tag or digest", at, "leave it out; 'talosVersion' is added");

    public static Diagnostic BadLabelKey(string key, string name, Location? at) =>
        Error("HO0869", $"'{name}' is no key for '{key}'", at, "use 'name' or 'example.com/name'");

    public static Diagnostic BadLabelValue(string name, string value, Location? at) =>
        Error(
            "HO0870",
            $"the label '{name}' cannot have the value '{value}'",
            at,
            "use at most 63 letters, digits, '-', '_' and '.'"
        );

    public static Diagnostic BadTaint(string name, string taint, Location? at) =>
        Error(
            "HO0871",
            $"the taint '{name}' cannot be '{taint}'",
            at,
            "use NoSchedule, PreferNoSchedule or NoExecute, or 'value:NoSchedule'"
        );

    public static Diagnostic FileOperation(string operation, Location? at) =>
        Error("HO0872", $"a machine file cannot be written by '{operation}'", at, "use create, append or overwrite");

    public static Diagnostic FilePath(string path, Location? at) =>
        Error(
            "HO0873",
            $"the path '{path}' of a machine file does not begin with '/'",
            at,
            "write it from the root, as /var/lib/example"
        );

    public static Diagnostic BadNameserver(string address, Location? at) =>
        Error("HO0874", $"the name server '{address}' is no IP address", at, "write it as 10.0.0.1");

    public static Diagnostic MachineSpec(string key, string value, string choices, Location? at) =>
        Error("HO0875", $"'machineSpec.{key}' cannot be '{value}'", at, $"use {choices}");

    public static Diagnostic FirewallRule(string name, Location? at) =>
        Error(
            "HO0876",
            name.Length == 0 ? "a firewall rule has no name" : $"the firewall rule '{name}' has no ports",
            at,
            name.Length == 0 ? "add 'name:'" : "add 'portSelector: {ports: [443], protocol: tcp}'"
        );

    public static Diagnostic DuplicateExtension(string extension, Location? at) =>
        Error("HO0877", $"the extension '{extension}' stands twice in the schematic", at, "remove one of them");
}
