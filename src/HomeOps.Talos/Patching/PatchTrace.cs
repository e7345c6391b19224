using HomeOps.Text;

namespace HomeOps.Talos.Patching;

/// <summary>Follows one node's config through its patches and notes which of them set which key.</summary>
internal sealed class PatchTrace
{
    private readonly Dictionary<(string Document, string Path), PatchedKey> keys = [];
    private Dictionary<(string Document, string Path), ConfigLeaf> last;

    public PatchTrace(MachineConfig config) => last = ConfigLeaf.Of(config);

    /// <summary>What the patches set and removed, in the order of documents and keys.</summary>
    public IReadOnlyList<PatchedKey> Keys =>
        [
            .. keys
                .Values.OrderBy(static k => k.Document == "v1alpha1" ? "" : k.Document, StringComparer.Ordinal)
                .ThenBy(static k => k.Path, StringComparer.Ordinal),
        ];

    /// <summary>Notes what a patch changed that was applied just now.</summary>
    public void After(ConfigPatch patch, MachineConfig config)
    {
        var now = ConfigLeaf.Of(config);
        foreach (var (key, leaf) in now)
        {
            // An item that moved up in its list brings the place of another patch.
            if (leaf.Origin is { } at && at.Path == patch.Source.Path && !leaf.Equals(last.GetValueOrDefault(key)))
            {
                Note(key, at, isRemoved: false);
            }
        }

        // An empty list goes when something comes into it, or unwritten; that is no change.
        foreach (var (key, _) in last.Where(l => l.Value.Text.Length > 0 && !now.ContainsKey(l.Key)))
        {
            Note(key, patch.PlaceOf(key.Document, key.Path), isRemoved: true);
        }

        last = now;
    }

    private void Note((string Document, string Path) key, Location at, bool isRemoved)
    {
        var before = last.GetValueOrDefault(key);
        var over = new List<Location>();
        if (before?.Origin is { } place)
        {
            over.Add(place);
        }

        var known = keys.GetValueOrDefault(key);
        over.AddRange(known?.Over.Where(o => !over.Contains(o)) ?? []);
        var wasGenerated = known?.WasGenerated == true || before is { Origin: null };
        keys[key] = new PatchedKey(key.Document, key.Path, isRemoved, at, over, wasGenerated);
    }
}
