namespace HomeOps.Kustomize;

/// <summary>A git repository that a kustomization names, at a revision.</summary>
/// <param name="Url">What git clones.</param>
/// <param name="Revision">A branch, tag or full commit; empty for the default branch.</param>
public sealed record RemoteRepository(string Url, string Revision)
{
    /// <summary>How it is called in messages: without a password.</summary>
    public string Shown => RemoteReference.WithoutPassword(Url) + (Revision.Length == 0 ? "" : $"@{Revision}");

    /// <summary>Whether it is a folder of this machine. Only files of the user may name such a repository, not what was fetched.</summary>
    public bool IsLocal => Url.StartsWith("file://", StringComparison.Ordinal);
}
