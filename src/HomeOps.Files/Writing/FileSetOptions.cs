namespace HomeOps.Files;

/// <summary>How a set of files is written.</summary>
/// <param name="Conflicts">What happens to files that a person edited and that would change.</param>
public sealed record FileSetOptions(ConflictRule Conflicts = ConflictRule.Refuse)
{
    /// <summary>Whether the set is a part: what earlier runs made and this one does not stays, and stays in the list.</summary>
    public bool IsPart { get; init; }

    /// <summary>
    /// Where the bytes of a written set are remembered, for later comparison with an edit; null for nowhere. Only for sets without
    /// plaintext secrets.
    /// </summary>
    public GeneratedCopies? Copies { get; init; }

    /// <summary>Paths of files whose content was made from what stands on disk, so that nothing a person wrote is lost.</summary>
    public IReadOnlySet<string> Merged { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}

/// <summary>What happens to a file that a person edited and that would change.</summary>
public enum ConflictRule
{
    /// <summary>Nothing is written, and every such file is named.</summary>
    Refuse,

    /// <summary>The edit is overwritten.</summary>
    Overwrite,

    /// <summary>The edit stays, and counts as wanted from now on.</summary>
    Keep,
}
