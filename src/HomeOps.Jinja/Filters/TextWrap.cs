using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>A width to wrap at.</summary>
/// <param name="Characters">How many characters a line holds.</param>
/// <param name="CanCut">Whether a word may be cut there; a float cannot be an index.</param>
internal readonly record struct WrapWidth(long Characters, bool CanCut);

/// <summary>Python's textwrap.wrap with tabs and whitespace left as they are.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text; only True breaks at hyphens.</summary>
    public static List<string> Wrap(string text, WrapWidth width, Value breakLongWords, Value breakOnHyphens)
    {
        var chunks = breakOnHyphens.IsSameAs(Value.True) ? TextChunks.WithHyphens(text) : TextChunks.Plain(text);
        chunks.Reverse();
        var lines = new List<string>();
        var line = new List<string>();
        while (chunks.Count > 0)
        {
            line.Clear();
            long length = 0;
            if (lines.Count > 0 && IsBlank(chunks[^1]))
            {
                Pop(chunks);
            }
            while (chunks.Count > 0 && length + CodePoints.Count(chunks[^1]) <= width.Characters)
            {
                length += CodePoints.Count(chunks[^1]);
                line.Add(Pop(chunks));
            }
            if (chunks.Count > 0 && CodePoints.Count(chunks[^1]) > width.Characters)
            {
                BreakWord(chunks, line, width, length, breakLongWords, breakOnHyphens);
            }
            if (line.Count > 0 && IsBlank(line[^1]))
            {
                line.RemoveAt(line.Count - 1);
            }
            if (line.Count > 0)
            {
                lines.Add(string.Concat(line));
            }
        }
        return lines;
    }

    private static void BreakWord(
        List<string> chunks,
        List<string> line,
        WrapWidth width,
        long length,
        Value breakLongWords,
        Value breakOnHyphens
    )
    {
        if (Truth.Of(breakLongWords))
        {
            if (!width.CanCut)
            {
                throw JinjaException.Type("slice indices must be integers or None or have an __index__ method");
            }

            var space = width.Characters < 1 ? 1 : (int)(width.Characters - length);
            var chunk = chunks[^1];
            var end = CodePoints.Offset(chunk, space);
            if (Truth.Of(breakOnHyphens) && CodePoints.Count(chunk) > space)
            {
                // After the last hyphen that fits, if something other than hyphens is before it.
                var hyphen = chunk.AsSpan(0, end).LastIndexOf('-');
                if (hyphen > 0 && chunk.AsSpan(0, hyphen).IndexOfAnyExcept('-') >= 0)
                {
                    end = hyphen + 1;
                }
            }
            line.Add(chunk[..end]);
            chunks[^1] = chunk[end..];
        }
        else if (line.Count == 0)
        {
            line.Add(Pop(chunks));
        }
    }

    private static string Pop(List<string> chunks)
    {
        var last = chunks[^1];
        chunks.RemoveAt(chunks.Count - 1);
        return last;
    }

    private static bool IsBlank(string chunk) => Trimming.Start(chunk).Length == 0;
}
