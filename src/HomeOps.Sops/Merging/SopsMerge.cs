namespace HomeOps.Sops;

/// <summary>The outcome of a merge.</summary>
/// <param name="Text">A sound encrypted file; what conflicts is in it as <c>ours</c> had it.</param>
/// <param name="Conflicts">The paths that both sides changed differently; never their values.</param>
public sealed record SopsMerge(string Text, IReadOnlyList<string> Conflicts);
