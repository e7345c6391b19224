using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Where the parts of an object stand in the files of the repository.</summary>
internal static class NodePlaces
{
    /// <summary>The first place in an object's files where a text stands; null when a generator or transformer made it.</summary>
    public static Location? FindText(Node node, string text)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var (key, value) in map.Entries)
                {
                    if (FindText(value, text) is { } found)
                    {
                        return found;
                    }

                    if (key.Contains(text, StringComparison.Ordinal))
                    {
                        return value.At;
                    }
                }

                return null;
            case SeqNode sequence:
                foreach (var item in sequence.Items)
                {
                    if (FindText(item, text) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            default:
                return
                    node is ScalarNode { Source: { } source } scalar
                    && scalar.Text.Contains(text, StringComparison.Ordinal)
                    ? Within(source, scalar.Span, text)
                    : null;
        }
    }

    // Escapes and folding may have changed the text: then the scalar as a whole is the place.
    private static Location Within(SourceText source, TextSpan span, string text)
    {
        var end = Math.Min(span.End, source.Text.Length);
        var at = source.Text.AsSpan(span.Start, end - span.Start).IndexOf(text, StringComparison.Ordinal);
        return at < 0 ? source.At(span) : source.At(span.Start + at, Math.Max(text.Length, 1));
    }
}
