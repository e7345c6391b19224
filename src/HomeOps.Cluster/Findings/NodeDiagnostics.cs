using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Mistakes of nodes.yaml.</summary>
internal static class NodeDiagnostics
{
    public static Diagnostic NoNodes(Location place) =>
        Diagnostic.Error("HO1101", "there is no node", place, "list at least one node below `nodes:`");

    public static Diagnostic NotNodeName(in FieldScalar scalar) =>
        Diagnostic.Error(
            "HO1102",
            $"{scalar.Name}: {scalar.Shown} is not a host name",
            scalar.Place,
            "use up to 63 lower-case letters, digits and dashes, with no dash at either end"
        );

    public static Diagnostic ReservedName(in FieldScalar scalar) =>
        Diagnostic.Error(
            "HO1103",
            $"{scalar.Name}: the name {scalar.Shown} is reserved",
            scalar.Place,
            "global, controller and worker name groups of nodes; choose another name"
        );

    public static Diagnostic DuplicateName(string name, string value, string first, Location? place) =>
        Diagnostic.Error(
            "HO1104",
            $"{name}: the name '{value}' is used by {first} already",
            place,
            "give each node a name of its own"
        );

    public static Diagnostic DuplicateAddress(string name, Ipv4Address value, string first, Location? place) =>
        Diagnostic.Error(
            "HO1105",
            $"{name}: the address {value} is used by {first} already",
            place,
            "give each node an address of its own"
        );

    public static Diagnostic DuplicateMac(string name, MacAddress value, string first, Location? place) =>
        Diagnostic.Error(
            "HO1106",
            $"{name}: the hardware address {value} is used by {first} already",
            place,
            "`talosctl get links --insecure --nodes ADDRESS` shows the addresses of a node"
        );

    public static Diagnostic NotMac(in FieldScalar scalar, MacAddress? suggestion) =>
        Diagnostic.Error(
            "HO1107",
            $"{scalar.Name}: {scalar.Shown} is not a hardware address",
            scalar.Place,
            suggestion is { } mac
                ? $"did you mean \"{mac}\"?"
                : "write six pairs of lower-case hexadecimal digits joined by colons, such as \"02:00:00:00:00:01\""
        );

    public static Diagnostic MacReadAsNumber(in FieldScalar scalar) =>
        Diagnostic.Error(
            "HO1108",
            $"{scalar.Name}: YAML 1.1 reads {scalar.Text} as the number {scalar.Number}{scalar.Notation}",
            scalar.Place,
            !scalar.Text.Contains(':', StringComparison.Ordinal) && MacAddress.FromOtherForm(scalar.Text) is { } mac
                ? $"write it with colons and in quotes: `{scalar.Key}: \"{mac}\"`"
                : $"write it in quotes: `{scalar.Quoted}`"
        );

    public static Diagnostic NotSchematic(in FieldScalar scalar) =>
        Diagnostic.Error(
            "HO1109",
            $"{scalar.Name}: {scalar.Shown} is not a schematic ({scalar.Text.Length} characters)",
            scalar.Place,
            "https://factory.talos.dev shows it when the image is chosen: 64 lower-case letters and digits"
        );

    public static Diagnostic NoController(Location place) =>
        Diagnostic.Error(
            "HO1110",
            "no node is a controller",
            place,
            "set `controller: true` on one node, or on three for high availability"
        );

    public static Diagnostic EvenControllers(int count, Location place) =>
        Diagnostic.Note(
            "HO1111",
            $"with {count} control planes etcd survives {Failures(count)}, as it does with {count - 1}",
            place,
            "etcd needs more than half of its members: one control plane more would help, one fewer would not hurt"
        );

    public static Diagnostic OneController(Location place) =>
        Diagnostic.Note(
            "HO1112",
            "with 1 control plane etcd survives no failure",
            place,
            "three control planes survive one; until then keep copies of `talosctl etcd snapshot` elsewhere"
        );

    public static Diagnostic TwoControllers(Location place) =>
        Diagnostic.Note(
            "HO1113",
            "with 2 control planes etcd survives no failure, and stops when either of them does",
            place,
            "etcd needs more than half of its members; a third control plane would survive one failure"
        );

    public static Diagnostic ManyControllers(int count, Location place) =>
        Diagnostic.Note(
            "HO1114",
            $"with {count} control planes etcd survives {Failures(count)}, and every write waits for {(count / 2) + 1} of them",
            place,
            "etcd recommends no more than seven; set `controller: false` on the others"
        );

    public static Diagnostic UnstableDisk(string name, string disk, Location? place) =>
        Diagnostic.Warning(
            "HO1115",
            $"{name}: {disk} can be another disk at the next boot",
            place,
            "give the serial number, which `talosctl get disks --insecure --nodes ADDRESS` shows, or a path below /dev/disk/by-id/"
        );

    private static string Failures(int count) => (count - 1) / 2 == 1 ? "1 failure" : $"{(count - 1) / 2} failures";
}
