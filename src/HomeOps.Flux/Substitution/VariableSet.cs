namespace HomeOps.Flux;

/// <summary>The variables of one Kustomization.</summary>
internal sealed class VariableSet
{
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyDictionary<string, string> All => values;

    /// <summary>Whether values exist in the cluster that are not known here: then no name can be called undefined.</summary>
    public bool HasUnknown { get; set; }

    /// <summary>Adds values over those already there.</summary>
    public void Add(IEnumerable<KeyValuePair<string, string>> added)
    {
        foreach (var (key, value) in added)
        {
            values[key] = AsVariable(value);
        }
    }

    /// <summary>A value as a variable has it: without line feeds, which Flux drops.</summary>
    public static string AsVariable(string value) => value.Replace("\n", "", StringComparison.Ordinal);

    public static bool IsName(string key) =>
        key.Length > 0
        && (char.IsAsciiLetter(key[0]) || key[0] == '_')
        && key.AsSpan(1).IndexOfAnyExcept(NameCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
    );
}
