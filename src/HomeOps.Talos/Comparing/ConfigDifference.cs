namespace HomeOps.Talos;

/// <summary>How a generated file differs from the one on disk.</summary>
/// <param name="Path">Path in the tree that was generated from.</param>
/// <param name="Kind">Whether it is new, different, or no longer made.</param>
/// <param name="Lines">
/// Of a changed file, the difference as <c>diff -u</c> writes it, secrets hidden: a line with a secret that changed stands there twice and reads
/// the same. Empty for the other kinds.
/// </param>
public sealed record ConfigDifference(string Path, ConfigDifferenceKind Kind, IReadOnlyList<string> Lines);

/// <summary>What generating would do to a file.</summary>
public enum ConfigDifferenceKind
{
    /// <summary>There is no such file.</summary>
    Created,

    /// <summary>It holds something else.</summary>
    Changed,

    /// <summary>It was made for a node that is gone.</summary>
    Removed,
}
