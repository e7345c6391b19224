namespace HomeOps.Text;

/// <summary>A run of characters of a <see cref="SourceText"/>, as UTF-16 offsets.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Number of UTF-16 units; zero marks a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span that reaches from one offset to another.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
