using HomeOps.Text;

namespace HomeOps.Sops.Formats;

/// <summary>Reads INI the way gopkg.in/ini.v1 does: <c>;</c> and <c>#</c> comments, quotes taken off, <c>"""</c> over several lines.</summary>
internal sealed class IniReader(SourceText source)
{
    private const string Multiline = "\"\"\"";

    private readonly List<SopsEntry> sections = [];
    private readonly List<string> comments = [];
    private List<SopsEntry> entries = [];
    private int line = 1;

    /// <summary>The sections; the one without header is there only if it has keys.</summary>
    /// <exception cref="SopsException">A line is neither comment, section nor key.</exception>
    public List<SopsEntry> Read()
    {
        sections.Add(new SopsEntry(IniFormat.DefaultSection, new SopsMap(entries)));
        for (; line <= source.LineCount; line++)
        {
            var text = source.GetLine(line).Trim();
            if (text.IsEmpty)
            {
                continue;
            }

            if (text[0] is '#' or ';')
            {
                comments.Add(text[1..].Trim().ToString());
            }
            else if (text[0] == '[')
            {
                Section(text);
            }
            else
            {
                Key(text);
            }
        }

        return sections;
    }

    private void Section(ReadOnlySpan<char> text)
    {
        var end = text.LastIndexOf(']');
        if (end < 0)
        {
            throw Bad("the section header has no ']'");
        }

        entries = [];
        sections.Add(new SopsEntry(text[1..end].Trim().ToString(), new SopsMap(entries)));
        TakeComments();
    }

    private void Key(ReadOnlySpan<char> text)
    {
        var divider = text.IndexOfAny('=', ':');
        if (divider <= 0)
        {
            throw Bad("the line is no comment, section or 'key = value'");
        }

        var span = source.GetLineSpan(line);
        var key = text[..divider].Trim().ToString();
        var value = Value(text[(divider + 1)..].Trim());
        entries.Add(new SopsEntry(key, SopsScalar.String(value).From(span)) { KeySpan = span });
        TakeComments();
    }

    private void TakeComments()
    {
        if (comments.Count > 0)
        {
            entries.Add(SopsEntry.OfComment(new SopsComment(string.Join('\n', comments))));
            comments.Clear();
        }
    }

    private string Value(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(Multiline))
        {
            return OverSeveralLines(text[Multiline.Length..]);
        }

        if (text.Length > 1 && text[0] == '`' && text[1..].IndexOf('`') is var tick and >= 0)
        {
            return text.Slice(1, tick).ToString();
        }

        var comment = text.IndexOfAny('#', ';');
        if (comment >= 0)
        {
            comments.Add(text[(comment + 1)..].Trim().ToString());
            text = text[..comment].Trim();
        }

        return text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0] && !text[1..^1].Contains(text[0])
            ? text[1..^1].ToString()
            : text.ToString();
    }

    private string OverSeveralLines(ReadOnlySpan<char> first)
    {
        if (first.EndsWith(Multiline))
        {
            return first[..^Multiline.Length].ToString();
        }

        var lines = new List<string> { first.ToString() };
        for (line++; line <= source.LineCount; line++)
        {
            var text = source.GetLine(line);
            if (text.TrimEnd().EndsWith(Multiline))
            {
                lines.Add(text.TrimEnd()[..^Multiline.Length].ToString());
                return string.Join('\n', lines);
            }

            lines.Add(text.ToString());
        }

        throw Bad("\"\"\" is never closed");
    }

    private SopsException Bad(string problem) =>
        new(
            SopsFailure.BadInput,
            SopsDiagnostics.Malformed("INI", problem, source.At(source.GetLineSpan(Math.Min(line, source.LineCount))))
        );
}
