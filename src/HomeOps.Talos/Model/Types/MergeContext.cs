using HomeOps.Text;

namespace HomeOps.Talos.Model;

/// <summary>Where merging is, and where its findings go.</summary>
internal sealed class MergeContext(DiagnosticBag diagnostics)
{
    private readonly List<string> path = [];

    public string Path => string.Join('.', path);

    public void Add(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    public ConfigValue Merge(string key, ConfigType type, ConfigValue left, ConfigValue right, bool overwrites)
    {
        path.Add(key);
        var value = type.Merge(left, right, overwrites, this);
        path.RemoveAt(path.Count - 1);
        return value;
    }
}
