namespace HomeOps.Yaml;

/// <summary>Comments that were scanned but not yet attached.</summary>
internal sealed class CommentQueue
{
    private readonly List<PendingComment> items = [];
    private int head;

    /// <summary>The first comment waiting, or null.</summary>
    public PendingComment? First => head < items.Count ? items[head] : null;

    public void Add(PendingComment comment) => items.Add(comment);

    /// <summary>The waiting comment so many places before the last, or null.</summary>
    public PendingComment? FromEnd(int back) => items.Count - 1 - back >= head ? items[items.Count - 1 - back] : null;

    public void Take()
    {
        head++;
        if (head == items.Count)
        {
            items.Clear();
            head = 0;
        }
    }
}
