using HomeOps.Text;

namespace HomeOps.Talos.Patching;

/// <summary>A <c>$patch: delete</c>: what is to go.</summary>
/// <param name="DocumentId">Kind and name of the document.</param>
/// <param name="Path">The keys that lead to it; list items as <c>[0]</c>. Empty for the whole document.</param>
/// <param name="Key">In a list: the key that picks the item.</param>
/// <param name="Value">In a list: the value of that key.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record PatchDelete(
    string DocumentId,
    IReadOnlyList<string> Path,
    string Key,
    string Value,
    Location Origin
);
