namespace HomeOps.Sops;

/// <summary>Items and comments in file order.</summary>
public sealed class SopsList(IReadOnlyList<SopsNode> items) : SopsNode
{
    /// <summary>Items and comments in file order.</summary>
    public IReadOnlyList<SopsNode> Items { get; } = items;
}
