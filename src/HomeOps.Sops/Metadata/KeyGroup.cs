namespace HomeOps.Sops.Metadata;

/// <summary>Keys of which any one opens the group.</summary>
/// <param name="Age">Its age recipients.</param>
/// <param name="Others">What other kinds of key it has (<c>pgp</c>, <c>kms</c>): they are kept, but cannot be used here.</param>
internal sealed record KeyGroup(IReadOnlyList<AgeKey> Age, IReadOnlyList<string> Others)
{
    public bool IsEmpty => Age.Count == 0 && Others.Count == 0;
}
