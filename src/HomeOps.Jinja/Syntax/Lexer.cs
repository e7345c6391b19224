namespace HomeOps.Jinja.Syntax;

/// <summary>
/// Splits a template into tokens, no further than the parser has come. This part finds the tags and applies the rules of white
/// space (jinja2.lexer, Lexer.tokeniter); the other part reads what stands inside a tag.
/// </summary>
/// <remarks>
/// An error becomes the last token instead of an exception: a mistake of the grammar before it is reported first, as in Jinja.
/// </remarks>
internal sealed partial class Lexer
{
    private readonly JinjaSyntax syntax;
    private readonly LexerRules rules;
    private readonly string source;
    private readonly bool keepsNewlines;
    private readonly List<Token> tokens = [];
    private int position;
    private OpeningKind openTag = OpeningKind.None;
    private bool hasEnded;

    // Whether the last tag ended with a line end; lstrip_blocks also works right behind such a tag.
    private bool lineStarting = true;

    /// <summary>Starts at the beginning of a template.</summary>
    /// <param name="rules">The delimiters.</param>
    /// <param name="source">The text as <see cref="Normalize"/> returns it.</param>
    public Lexer(LexerRules rules, string source)
    {
        this.rules = rules;
        syntax = rules.Syntax;
        this.source = source;
        keepsNewlines = syntax.NewlineSequence is "\n";
    }

    /// <summary>The template.</summary>
    public string Source => source;

    /// <summary>
    /// The next few tokens: text and the beginning of a tag, or one token inside a tag; at the end of the template
    /// <see cref="TokenKind.EndOfTemplate"/>. One list for all pieces: the tokens of the piece before are gone.
    /// </summary>
    public List<Token> ReadPiece()
    {
        var last = tokens.Count == 0 ? default : tokens[^1];
        tokens.Clear();
        while (tokens.Count == 0 && !hasEnded)
        {
            hasEnded = !(openTag == OpeningKind.None ? ReadTextAndTag() : ReadInTag(openTag));
        }

        if (tokens.Count == 0)
        {
            Add(TokenKind.EndOfTemplate, last.Start, last.Length);
        }

        return tokens;
    }

    /// <summary>Every line end as <c>\n</c>; the last one dropped unless it is to be kept.</summary>
    public static string Normalize(JinjaSyntax syntax, string source)
    {
        var text = source.Contains('\r', StringComparison.Ordinal)
            ? source.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : source;
        return !syntax.KeepTrailingNewline && text.EndsWith('\n') ? text[..^1] : text;
    }

    private bool ReadTextAndTag()
    {
        if (position >= source.Length)
        {
            return false;
        }

        var kind = rules.Find(source, position, out var start, out var end);
        if (kind == OpeningKind.None)
        {
            AddData(position, source.Length);
            position = source.Length;
            return true;
        }

        // A raw tag takes precedence over whatever else starts at this place.
        if (TryRawTag(start, out var rawSign, out var rawEnd))
        {
            AddText(start, rawSign, isVariable: false);
            Go(rawEnd);
            return ReadRaw(start);
        }

        var sign = SignAt(end);
        AddText(start, sign, kind == OpeningKind.Variable);
        Go(end + (sign == '\0' ? 0 : 1));
        switch (kind)
        {
            case OpeningKind.Comment:
                return SkipComment(start);
            case OpeningKind.LineComment:
                var lineEnd = source.IndexOf('\n', position);
                Go(lineEnd < 0 ? source.Length : lineEnd);
                return true;
            default:
                Add(
                    kind == OpeningKind.Variable ? TokenKind.VariableBegin : TokenKind.BlockBegin,
                    start,
                    position - start
                );
                openTag = kind;
                return true;
        }
    }

    // The text before a tag: "-" strips all white space, "+" nothing, no sign what lstrip_blocks says.
    private void AddText(int end, char sign, bool isVariable)
    {
        var start = position;
        if (sign == '-')
        {
            while (end > start && CharacterClasses.IsSpace(source[end - 1]))
            {
                end--;
            }
        }
        else if (sign != '+' && syntax.LstripBlocks && !isVariable)
        {
            var line = end > start ? source.LastIndexOf('\n', end - 1, end - start) + 1 : 0;
            var hasLineEnd = line > start;
            line = Math.Max(line, start);
            if ((hasLineEnd || lineStarting) && CharacterClasses.SkipSpace(source, line) >= end)
            {
                end = line;
            }
        }

        AddData(start, end);
    }

    private void AddData(int start, int end)
    {
        if (end > start)
        {
            var text = keepsNewlines ? null : WithNewlines(source[start..end]);
            Add(TokenKind.Data, start, end - start, text);
        }
    }

    private string WithNewlines(string text) =>
        keepsNewlines ? text : text.Replace("\n", syntax.NewlineSequence, StringComparison.Ordinal);

    private bool SkipComment(int start)
    {
        for (var at = position; at < source.Length; at++)
        {
            if (TryEnd(syntax.CommentEnd, at, out var end))
            {
                Go(end);
                return true;
            }
        }

        return position >= source.Length || Fail("Missing end of comment tag", start, position - start);
    }

    private bool TryRawTag(int start, out char sign, out int end)
    {
        sign = '\0';
        end = start;
        if (!At(syntax.BlockStart, start))
        {
            return false;
        }

        var at = start + syntax.BlockStart.Length;
        sign = SignAt(at);
        if (!TryWord("raw", at + (sign == '\0' ? 0 : 1), out at))
        {
            return false;
        }

        // The opening raw tag never eats a line end on its own.
        var strip = at < source.Length && source[at] == '-' && At(syntax.BlockEnd, at + 1);
        if (!strip && !At(syntax.BlockEnd, at))
        {
            return false;
        }

        end = at + syntax.BlockEnd.Length + (strip ? 1 : 0);
        end = strip ? CharacterClasses.SkipSpace(source, end) : end;
        return true;
    }

    private bool ReadRaw(int tagStart)
    {
        for (var at = position; at < source.Length; at++)
        {
            at = source.IndexOf(syntax.BlockStart, at, StringComparison.Ordinal);
            if (at < 0)
            {
                break;
            }

            var name = at + syntax.BlockStart.Length;
            var sign = SignAt(name);
            if (
                TryWord("endraw", name + (sign == '\0' ? 0 : 1), out var behind)
                && TryEnd(syntax.BlockEnd, behind, out var end)
            )
            {
                AddText(at, sign, isVariable: false);
                Go(end);
                return true;
            }
        }

        return position >= source.Length || Fail("Missing end of raw directive", tagStart, position - tagStart);
    }

    // The end of a comment, block or endraw tag: "+" keeps, "-" strips all that follows, none leaves it to trim_blocks.
    private bool TryEnd(string text, int at, out int end)
    {
        end = at;
        if (at < source.Length && source[at] is '+' or '-' && At(text, at + 1))
        {
            end = at + 1 + text.Length;
            end = source[at] == '-' ? CharacterClasses.SkipSpace(source, end) : end;
            return true;
        }

        if (!At(text, at))
        {
            return false;
        }

        end = at + text.Length;
        if (syntax.TrimBlocks && end < source.Length && source[end] == '\n')
        {
            end++;
        }

        return true;
    }

    private bool TryWord(string word, int at, out int end)
    {
        at = CharacterClasses.SkipSpace(source, at);
        end = at;
        if (!At(word, at))
        {
            return false;
        }

        end = CharacterClasses.SkipSpace(source, at + word.Length);
        return true;
    }

    private bool At(string text, int at) =>
        at <= source.Length && source.AsSpan(at).StartsWith(text, StringComparison.Ordinal);

    private char SignAt(int at) => at < source.Length && source[at] is '-' or '+' ? source[at] : '\0';

    private void Go(int end)
    {
        lineStarting = end > position && source[end - 1] == '\n';
        position = end;
    }

    private void Add(TokenKind kind, int start, int length, string? text = null) =>
        tokens.Add(new Token(kind, start, length, text));

    private bool Fail(string message, int start, int length)
    {
        Add(TokenKind.Error, start, length, message);
        return false;
    }
}
