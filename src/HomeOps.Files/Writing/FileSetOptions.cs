namespace HomeOps.Files;

/// <summary>How a set of files is written.</summary>
/// <param name="Conflicts">What happens to files that a person edited and that would change.</param>
public sealed record FileSetOptions(ConflictRule Conflicts = ConflictRule.Refuse);

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
