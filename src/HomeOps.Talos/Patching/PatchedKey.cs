using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>A key of a node's config that a patch set or removed: which one did so last, and what it took the place of.</summary>
/// <param name="Document">Kind and name of the document; <c>v1alpha1</c> for the main one.</param>
/// <param name="Path">The key, parts joined by dots; items of lists as <c>certSANs[0]</c>.</param>
/// <param name="IsRemoved">Whether the patch took it away.</param>
/// <param name="By">The place in the patch that counts.</param>
/// <param name="Over">
/// The places that had set the key before, the latest first: in other patches and in talconfig.yaml. Empty when nothing was there.
/// </param>
/// <param name="WasGenerated">Whether the key held a value that no file says: a default of Talos.</param>
public sealed record PatchedKey(
    string Document,
    string Path,
    bool IsRemoved,
    Location By,
    IReadOnlyList<Location> Over,
    bool WasGenerated
)
{
    /// <summary>The same, with its places shown in another way.</summary>
    public PatchedKey Placed(Func<Location, Location> place) =>
        this with
        {
            By = place(By),
            Over = [.. Over.Select(place)],
        };
}
