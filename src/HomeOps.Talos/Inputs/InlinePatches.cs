using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Inputs;

/// <summary>Patches that are written into talconfig.yaml: they are read as texts of their own, but their places are those in talconfig.yaml.</summary>
internal sealed class InlinePatches
{
    private readonly Dictionary<string, Location> origins = new(StringComparer.Ordinal);

    /// <summary>The text of a patch.</summary>
    public SourceText Source(ConfigScalar entry, string path)
    {
        var name = entry.Origin is { } at ? $"{path} (patch at {at.Start})" : path;
        if (entry.Origin is { } origin)
        {
            origins[name] = origin;
        }

        return new SourceText(name, entry.Text);
    }

    /// <summary>
    /// The place in talconfig.yaml: the very text where it stands there as it is, else the line, else the patch as a whole. Variables and
    /// escapes make the difference. Other places stay.
    /// </summary>
    public Location Place(Location at)
    {
        if (!origins.TryGetValue(at.Path, out var origin))
        {
            return at;
        }

        if (at.IsHidden)
        {
            return origin.Hidden();
        }

        var written = origin.Source;
        var line = at.Source.Text.Length == 0 ? "" : at.Source.GetLine(at.Start.Line).ToString();
        if (line.Trim().Length == 0 || FindLine(origin, at.Start.Line, line.Trim()) is not { } start)
        {
            return origin;
        }

        var column = at.Start.Column - 1 - (line.Length - line.TrimStart().Length);
        var length = Math.Min(at.Span.Length, line.TrimEnd().Length - (at.Start.Column - 1));
        return column < 0 || length < 0 ? origin : written.At(start + column, length);
    }

    // Where the line of the patch stands in talconfig.yaml: a block has it in the same distance, a quoted text in its only line.
    private static int? FindLine(Location origin, int number, string line)
    {
        var written = origin.Source;
        var (first, last) = (
            origin.Start.Line,
            written.GetPosition(Math.Min(origin.Span.End, written.Text.Length)).Line
        );
        var wanted = first == last ? first : first + number;
        if (wanted > written.LineCount || (first == last && number != 1))
        {
            return null;
        }

        var span = written.GetLineSpan(wanted);
        var from = first == last ? Math.Max(span.Start, origin.Span.Start) : span.Start;
        var at = written.Text.IndexOf(line, from, span.End - from, StringComparison.Ordinal);
        return at < 0 ? null : at;
    }
}
