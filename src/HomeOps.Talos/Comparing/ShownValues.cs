using HomeOps.Talos.Model;

namespace HomeOps.Talos.Comparing;

/// <summary>What of a file may be seen: its values, and the keys of which every value may be seen.</summary>
internal sealed class ShownValues
{
    // Shorter texts are no secrets.
    private const int Shortest = 4;

    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> hiddenPaths = new(StringComparer.Ordinal);
    private readonly HashSet<string> values = new(StringComparer.Ordinal);

    public void Show(string path, string value)
    {
        paths.Add(path);
        values.Add(value);
    }

    public void Hide(string path) => hiddenPaths.Add(path);

    /// <summary>Whether a value of the older file may be seen: none of these is what somebody encrypts.</summary>
    public bool IsShown(string path, string value) =>
        values.Contains(value)
        || (paths.Contains(path) && !hiddenPaths.Contains(path))
        || value.Length < Shortest
        || value is "true" or "false"
        || NetworkText.Address(value) is not null
        || NetworkText.Prefix(value) is not null;
}
