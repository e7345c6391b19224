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

    /// <inheritdoc />
    public override string ToString() => $"{Path}:{Start}";
}
