using HomeOps.Text;

namespace HomeOps.Talos.Model;

/// <summary>Where merging is, and where its findings go.</summary>
internal sealed class MergeContext(DiagnosticBag diagnostics)
{
    private readonly List<string> path = [];

    public string Path => string.Join('.', path);

    public void Add(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    /// <summary>Values that one patch set and a later one changed.</summary>
    public List<PatchOverride> Overrides { get; } = [];

    public ConfigValue Merge(string key, ConfigType type, ConfigValue left, ConfigValue right, bool overwrites)
    {
        path.Add(key);
        var earlier = left.Origin;
        var value = type.Merge(left, right, overwrites, this);
        if (value is ConfigScalar && value != left && earlier is not null && right.Origin is { } later)
        {
            Overrides.Add(new PatchOverride(Path, earlier, later));
        }

        path.RemoveAt(path.Count - 1);
        return value;
    }
}
