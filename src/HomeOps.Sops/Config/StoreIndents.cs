namespace HomeOps.Sops;

/// <summary>How far written files are indented: <c>stores</c> in .sops.yaml.</summary>
/// <param name="Yaml">Blanks for each level of YAML, 2 to 9.</param>
/// <param name="Json">Blanks for each level of JSON; -1 for a tab.</param>
/// <param name="JsonBinary">The same for the JSON around binary files.</param>
public sealed record StoreIndents(int Yaml = 4, int Json = -1, int JsonBinary = -1)
{
    /// <summary>
    /// Whether YAML is the same to the byte even where SOPS writes what does not read back: a text of several lines that
    /// begins with a tab becomes null, one that begins with a blank gets a wrong indentation digit inside lists.
    /// </summary>
    public bool ReproducesFaults { get; init; }

    /// <summary>What SOPS uses when nothing is configured.</summary>
    public static StoreIndents Default { get; } = new();
}
