using System.Globalization;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>One scalar of an input file, with the name and the place it is reported under.</summary>
/// <param name="Key">The key alone: <c>mtu</c>; empty for an item of a list.</param>
/// <param name="Name">The key as findings name it: <c>nodes[0].mtu</c>.</param>
/// <param name="Text">The scalar's text.</param>
/// <param name="Meaning">What the text means to PyYAML.</param>
/// <param name="Place">Where the value stands.</param>
/// <param name="IsSecret">Whether the value must not be shown.</param>
internal readonly record struct FieldScalar(
    string Key,
    string Name,
    string Text,
    YamlValue Meaning,
    Location? Place,
    bool IsSecret
)
{
    public bool IsString => Meaning.Kind == YamlKind.String;

    /// <summary>The value for a message: in quotes, cut when long, hidden when secret.</summary>
    public string Shown =>
        IsSecret ? "the value (hidden)"
        : Text.Length > 80 ? $"'{Text[..77]}...'"
        : $"'{Text}'";

    /// <summary>How the value is written in quotes, as a line or as an item of a list.</summary>
    public string Quoted => Key.Length == 0 ? $"\"{Text}\"" : $"{Key}: \"{Text}\"";

    /// <summary>What the value is, for a message about its kind.</summary>
    public string Described =>
        (Meaning.Kind, IsSecret) switch
        {
            (YamlKind.Null, _) => "nothing",
            (YamlKind.Bool, true) => "a truth value",
            (YamlKind.Int or YamlKind.Float, true) => "a number",
            (YamlKind.Date or YamlKind.Timestamp, true) => "a date",
            (_, true) => "a text",
            (YamlKind.Bool, _) =>
                $"{Shown}, which YAML 1.1 reads as the truth value {(Meaning.Object is true ? "true" : "false")}",
            (YamlKind.Int or YamlKind.Float, _) => DescribedNumber,
            (YamlKind.Date or YamlKind.Timestamp, _) => $"{Shown}, which YAML 1.1 reads as a date",
            (YamlKind.Binary, _) => "binary data",
            _ => $"the text {Shown}",
        };

    /// <summary>The number as YAML understood it.</summary>
    public string Number => string.Create(CultureInfo.InvariantCulture, $"{Meaning.Object}");

    /// <summary>By which rule of YAML 1.1 the number is not what it looks like; empty when it is (PyYAML resolver.py).</summary>
    public string Notation =>
        Text.Contains(':', StringComparison.Ordinal) ? " (base 60)"
        : Meaning.Kind == YamlKind.Int && Digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? " (base 16)"
        : Meaning.Kind == YamlKind.Int && Digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase) ? " (base 2)"
        : Meaning.Kind == YamlKind.Int && Digits.Length > 1 && Digits[0] == '0' ? " (octal)"
        : "";

    /// <summary>Whether the value is what a person reads: a text, or a number in its usual form.</summary>
    public bool IsAsWritten => IsString || string.Equals(Text, Number, StringComparison.Ordinal);

    private string Digits => Text.TrimStart('+', '-').TrimStart('_');

    private string DescribedNumber =>
        IsAsWritten ? $"the number {Number}" : $"{Shown}, which YAML 1.1 reads as the number {Number}{Notation}";
}
