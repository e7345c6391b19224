using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Mistakes that any key of cluster.yaml and nodes.yaml can hold.</summary>
internal static class FieldDiagnostics
{
    public static Diagnostic Missing(string name, Location place, string example) =>
        Diagnostic.Error("HO1001", $"{name} is missing", place, $"add a line such as `{example}`");

    public static Diagnostic NotText(in FieldScalar scalar) =>
        scalar.Meaning.Kind == Yaml.YamlKind.Null
            ? NoValue(scalar)
            : Diagnostic.Error(
                "HO1002",
                $"{scalar.Name}: expected a text, found {scalar.Described}",
                scalar.Place,
                scalar.IsSecret ? "write it in quotes" : $"write it in quotes: `{scalar.Quoted}`"
            );

    public static Diagnostic Empty(in FieldScalar scalar) =>
        Diagnostic.Error(
            "HO1003",
            $"{scalar.Name} is empty",
            scalar.Place,
            "give it a value, or remove the line when the key is optional"
        );

    public static Diagnostic NotCidr(in FieldScalar scalar) =>
        scalar.Meaning.Kind == Yaml.YamlKind.Null
            ? NoValue(scalar)
            : Diagnostic.Error(
                "HO1004",
                $"{scalar.Name}: {scalar.Shown} is not an IPv4 CIDR",
                scalar.Place,
                "write the network address and a prefix length from 0 to 32, such as 10.0.0.0/16"
            );

    public static Diagnostic HostBits(in FieldScalar scalar, Ipv4Cidr range) =>
        Diagnostic.Error(
            "HO1005",
            $"{scalar.Name}: {scalar.Shown} has host bits set",
            scalar.Place,
            $"did you mean {range}?"
        );

    public static Diagnostic NotIpv4(in FieldScalar scalar) =>
        scalar.Meaning.Kind == Yaml.YamlKind.Null
            ? NoValue(scalar)
            : Diagnostic.Error(
                "HO1006",
                $"{scalar.Name}: {scalar.Shown} is not an IPv4 address",
                scalar.Place,
                "write four numbers from 0 to 255 without leading zeros, such as 10.0.0.1"
            );

    public static Diagnostic NotFqdn(in FieldScalar scalar, string? suggestion) =>
        Diagnostic.Error(
            "HO1007",
            $"{scalar.Name}: {scalar.Shown} is not a fully qualified domain name",
            scalar.Place,
            suggestion is null
                ? "write it in lower case without scheme or path, such as example.org"
                : $"did you mean {suggestion}?"
        );

    public static Diagnostic NotOneOf(in FieldScalar scalar, IReadOnlyList<string> words) =>
        Diagnostic.Error(
            "HO1008",
            $"{scalar.Name}: {scalar.Shown} is not one of {string.Join(", ", words)}",
            scalar.Place,
            Spelling.Nearest(scalar.Text, words) is { } near ? $"did you mean {near}?" : null
        );

    public static Diagnostic UnknownKey(string name, string? nearest, Location place, Severity severity) =>
        new(
            "HO1009",
            severity,
            $"{name} is not a key that homeops knows",
            place,
            nearest is not null ? $"did you mean {nearest}?"
                : severity == Severity.Error ? "remove it; docs/cluster-yaml.md lists all keys"
                : "keep it if the templates of this repository use it"
        );

    public static Diagnostic DuplicateKey(string name, int line, Location place) =>
        Diagnostic.Warning(
            "HO1010",
            $"{name} is given again on line {line}; this value is ignored",
            place,
            "keep one of the two lines"
        );

    public static Diagnostic NotList(string name, string what, Location place, string hint) =>
        Diagnostic.Error("HO1011", $"{name}: expected a list, found {what}", place, hint);

    public static Diagnostic NotScalar(string name, string what, Location place) =>
        Diagnostic.Error("HO1012", $"{name}: expected a single value, found {what}", place, "write one value");

    public static Diagnostic OutOfRange(in FieldScalar scalar, long least, long most) =>
        Diagnostic.Error(
            "HO1013",
            $"{scalar.Name}: {(scalar.IsAsWritten ? scalar.Shown : scalar.Described + ",")} is not in the range {least} to {most}",
            scalar.Place,
            "write a whole number within the range, without leading zeros"
        );

    public static Diagnostic NotMapping(string name, string what, Location place, string hint) =>
        Diagnostic.Error("HO1014", $"{name}: expected keys and values, found {what}", place, hint);

    public static Diagnostic NotBool(in FieldScalar scalar) =>
        scalar.Meaning.Kind == Yaml.YamlKind.Null
            ? NoValue(scalar)
            : Diagnostic.Error(
                "HO1015",
                $"{scalar.Name}: expected true or false, found {scalar.Described}",
                scalar.Place,
                "write true or false, without quotes"
            );

    public static Diagnostic NotNumber(in FieldScalar scalar, int least, int most) =>
        scalar.Meaning.Kind == Yaml.YamlKind.Null
            ? NoValue(scalar)
            : Diagnostic.Error(
                "HO1016",
                $"{scalar.Name}: expected a whole number, found {scalar.Described}",
                scalar.Place,
                $"write a number from {least} to {most}, without quotes"
            );

    public static Diagnostic NoValue(in FieldScalar scalar) =>
        Diagnostic.Error(
            "HO1017",
            $"{scalar.Name} has no value",
            scalar.Place,
            "give it a value, or remove the line when the key is optional"
        );

    public static Diagnostic NotWebAddress(in FieldScalar scalar, IReadOnlyList<string> schemes) =>
        Diagnostic.Error(
            "HO1018",
            $"{scalar.Name}: {scalar.Shown} is not a web address",
            scalar.Place,
            $"write it in full, beginning with {string.Join(" or ", schemes.Select(static s => s + "://"))}"
        );

    public static Diagnostic NotMail(in FieldScalar scalar) =>
        Diagnostic.Error(
            "HO1019",
            $"{scalar.Name}: {scalar.Shown} is not a mail address",
            scalar.Place,
            "write it as name@example.org"
        );

    public static Diagnostic NoMeaning(string name, string reason, bool isTagged, Location place) =>
        Diagnostic.Error(
            "HO1020",
            $"{name}: {reason}",
            place,
            isTagged ? "remove the tag (the word that begins with `!`)" : "write it in quotes"
        );

    public static Diagnostic NumberReadOtherwise(in FieldScalar scalar) =>
        Diagnostic.Warning(
            "HO1022",
            $"{scalar.Name}: YAML 1.1 reads {scalar.Text} as the number {scalar.Number}{scalar.Notation}",
            scalar.Place,
            $"write `{scalar.Key}: {scalar.Number}` if that is meant"
        );

    public static Diagnostic KeyNotText(Location place) =>
        Diagnostic.Error(
            "HO1021",
            "a key must be a text",
            place,
            "write the key's name in quotes, or remove the entry"
        );
}
