using System.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// Folded blocks on their way through kustomize, which writes them as such and reads them again. go-yaml v3 decides by the beginning of
/// the whole text, not by the line that follows, whether a break is doubled, so other texts come back: mostly with an empty line more
/// before lines that are indented further.
/// </summary>
internal static class FoldedText
{
    public static string Reread(string text)
    {
        var begin = text.AsSpan().TrimStart('\n');
        if (!text.Contains('\n', StringComparison.Ordinal) || begin.IsEmpty)
        {
            return text;
        }

        var doubles = begin[0] is not (' ' or '\t');
        var result = new StringBuilder(text.Length + 8);
        result.Append('\n', text.Length - begin.Length);
        while (!begin.IsEmpty)
        {
            var end = begin.IndexOf('\n');
            var line = end < 0 ? begin : begin[..end];
            result.Append(line);
            var rest = begin[line.Length..];
            begin = rest.TrimStart('\n');
            AppendBreaks(result, rest.Length - begin.Length, line[0] is ' ' or '\t', begin, doubles);
        }

        return result.ToString();
    }

    private static void AppendBreaks(
        StringBuilder result,
        int count,
        bool followsBlank,
        ReadOnlySpan<char> next,
        bool doubles
    )
    {
        if (count == 0)
        {
            return;
        }

        var endsText = next.IsEmpty;
        var isKept = followsBlank || (endsText && count == 1);
        if (isKept)
        {
            result.Append('\n', count);
        }
        else if (doubles)
        {
            // Between two ordinary lines the doubled break is right.
            result.Append('\n', endsText || next[0] is ' ' or '\t' ? count + 1 : count);
        }
        else if (endsText || next[0] is ' ' or '\t')
        {
            result.Append('\n', count);
        }
        else if (count == 1)
        {
            result.Append(' ');
        }
        else
        {
            result.Append('\n', count - 1);
        }
    }
}
