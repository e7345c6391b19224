namespace HomeOps.Yaml;

public sealed partial record YamlProfile
{
    /// <summary>go-yaml v4 as Talos drives it: four columns, sequences indented below their key, no folding of long lines.</summary>
    public static YamlProfile Talos { get; } = new(4);

    /// <summary>What talhelper makes of the same tree: two columns, and the quotes of a later go-yaml v4 (rc.5; Talos 1.13 has rc.4).</summary>
    public static YamlProfile Talhelper { get; } = new(2) { QuotesOldWordsSingly = true };
}
