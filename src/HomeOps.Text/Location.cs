namespace HomeOps.Text;

/// <summary>A span of a named text: where a finding is.</summary>
public sealed record Location(SourceText Source, TextSpan Span)
{
    /// <summary>Line and column of the first character.</summary>
    public LinePosition Start => Source.GetPosition(Span.Start);

    /// <summary>The name of the text.</summary>
    public string Path => Source.Path;

    /// <summary>A finding about a file as a whole, or about one that does not exist.</summary>
    public static Location OfFile(string path) => new(new SourceText(path, string.Empty), default);

    private const string Shown = "(not shown)";

    /// <summary>Whether this is the place of a line that is not shown: <see cref="Hidden"/> made it.</summary>
    public bool IsHidden => Span.Length == Shown.Length && Source.Text.AsSpan().Trim() is Shown;

    /// <summary>The same line and column of a text that shows nothing: for a line that may hold a secret.</summary>
    public Location Hidden()
    {
        if (Source.Text.Length == 0)
        {
            return this;
        }

        var start = Start;
        var text = new string('\n', start.Line - 1) + new string(' ', start.Column - 1) + Shown;
        return new SourceText(Path, text).At(text.Length - Shown.Length, Shown.Length);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Path}:{Start}";
}
