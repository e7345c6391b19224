namespace HomeOps.Text;

/// <summary>A place as people count it: both numbers start at 1, columns count UTF-16 units.</summary>
public readonly record struct LinePosition(int Line, int Column)
{
    /// <inheritdoc />
    public override string ToString() => $"{Line}:{Column}";
}
