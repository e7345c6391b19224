using System.Buffers;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Where the parts of an object stand in the files of the repository.</summary>
internal static class NodePlaces
{
    private static readonly SearchValues<char> Braces = SearchValues.Create("{}\n");

    // Where something begins in a text, and how long it is; nothing when it is not there.
    private delegate (int Start, int Length)? Search(ReadOnlySpan<char> text);

    /// <summary>The first place in an object's files where a text stands; null when a generator or transformer made it.</summary>
    public static Location? FindText(Node node, string text) =>
        Find(
            node,
            inner =>
                inner.IndexOf(text, StringComparison.Ordinal) is >= 0 and var at ? (at, Math.Max(text.Length, 1)) : null
        );

    /// <summary>The first place where a variable is substituted, <c>${NAME}</c> or <c>${NAME...}</c> as a whole; null as above.</summary>
    public static Location? FindVariable(Node node, string name) => Find(node, text => Variable(text, $"${{{name}"));

    private static Location? Find(Node node, Search search)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var (key, value) in map.Entries)
                {
                    if (Find(value, search) is { } found)
                    {
                        return found;
                    }

                    if (search(key) is not null)
                    {
                        return value.At;
                    }
                }

                return null;
            case SeqNode sequence:
                foreach (var item in sequence.Items)
                {
                    if (Find(item, search) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            default:
                return node is ScalarNode { Source: { } source } scalar && search(scalar.Text) is not null
                    ? Within(source, scalar.Span, search)
                    : null;
        }
    }

    // Escapes and folding may have changed the text: then the scalar as a whole is the place.
    private static Location Within(SourceText source, TextSpan span, Search search)
    {
        var end = Math.Min(span.End, source.Text.Length);
        return search(source.Text.AsSpan(span.Start, end - span.Start)) is var (start, length)
            ? source.At(span.Start + start, length)
            : source.At(span);
    }

    private static (int Start, int Length)? Variable(ReadOnlySpan<char> text, string opening)
    {
        var from = 0;
        while (text[from..].IndexOf(opening, StringComparison.Ordinal) is >= 0 and var found)
        {
            var start = from + found;
            from = start + opening.Length;
            if (from == text.Length || !(char.IsAsciiLetterOrDigit(text[from]) || text[from] == '_'))
            {
                return (start, Closing(text, start, opening.Length) - start);
            }
        }

        return null;
    }

    // Behind the brace that closes the one of the opening, which may have others inside; on the same line.
    private static int Closing(ReadOnlySpan<char> text, int start, int opening)
    {
        var depth = 1;
        for (var at = start + opening; text[at..].IndexOfAny(Braces) is >= 0 and var next; at++)
        {
            at += next;
            depth += text[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return at + 1;
            }

            if (text[at] == '\n')
            {
                break;
            }
        }

        return start + opening;
    }
}
