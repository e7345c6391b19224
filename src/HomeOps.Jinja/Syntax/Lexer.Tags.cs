using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax;

/// <summary>What stands inside a tag: numbers, names, strings, operators, and the end of the tag.</summary>
internal sealed partial class Lexer
{
    private readonly Stack<char> brackets = [];

    private bool ReadInTag(OpeningKind kind)
    {
        // The end is looked for first, but not while brackets are open: {{ {"a": {"b": 1}} }} works.
        while (position < source.Length)
        {
            if (brackets.Count == 0 && TryTagEnd(kind, out var end))
            {
                var variable = kind == OpeningKind.Variable;
                Add(variable ? TokenKind.VariableEnd : TokenKind.BlockEnd, position, end - position);
                Go(end);
                openTag = OpeningKind.None;
                return true;
            }

            if (!CharacterClasses.IsSpace(source[position]))
            {
                return ReadToken();
            }

            position = CharacterClasses.SkipSpace(source, position);
        }

        // A line statement needs no line end at the end of the template.
        if (kind == OpeningKind.LineStatement && brackets.Count == 0)
        {
            Add(TokenKind.BlockEnd, position, 0);
        }

        return false;
    }

    private bool TryTagEnd(OpeningKind kind, out int end)
    {
        switch (kind)
        {
            case OpeningKind.Block:
                return TryEnd(syntax.BlockEnd, position, out end);
            case OpeningKind.LineStatement:
                // Blank lines behind a line statement go with it, the indentation of the next text does not.
                end = CharacterClasses.SkipSpace(source, position);
                if (end < source.Length)
                {
                    end = end > position ? source.LastIndexOf('\n', end - 1, end - position) + 1 : 0;
                }

                return end > position;
            default:
                var strip = source[position] == '-' && At(syntax.VariableEnd, position + 1);
                end = position + syntax.VariableEnd.Length + (strip ? 1 : 0);
                if (strip)
                {
                    end = CharacterClasses.SkipSpace(source, end);
                    return true;
                }

                return At(syntax.VariableEnd, position);
        }
    }

    private bool ReadToken()
    {
        var c = source[position];
        if (char.IsAsciiDigit(c))
        {
            return ReadNumber();
        }

        var length = CharacterClasses.NameLength(source, position, out var isIdentifier);
        if (length > 0)
        {
            if (!isIdentifier)
            {
                return Fail("Invalid character in identifier", position, length);
            }

            Add(TokenKind.Name, position, length, CommonWords.Text(source.AsSpan(position, length)));
            position += length;
            return true;
        }

        return c is '"' or '\'' ? ReadString(c) : ReadOperator(c);
    }

    private bool ReadNumber()
    {
        var length = NumberLiteral.FloatLength(source, position);
        var kind = TokenKind.Float;
        if (length == 0)
        {
            length = NumberLiteral.IntegerLength(source, position);
            kind = TokenKind.Integer;
        }

        Add(kind, position, length, source.Substring(position, length));
        position += length;
        return true;
    }

    private bool ReadString(char quote)
    {
        var end = position + 1;
        while (end < source.Length && source[end] != quote)
        {
            end += source[end] == '\\' ? 2 : 1;
        }

        if (end >= source.Length)
        {
            return FailAtCharacter();
        }

        var start = position;
        var raw = WithNewlines(source[(start + 1)..end]);
        position = end + 1;
        var text = StringLiteral.Unescape(raw, out var error);
        if (error is not null)
        {
            return Fail(error, start, position - start);
        }

        Add(TokenKind.String, start, position - start, text);
        return true;
    }

    private bool ReadOperator(char c)
    {
        var next = position + 1 < source.Length ? source[position + 1] : '\0';
        var (kind, length) = (c, next) switch
        {
            ('*', '*') => (TokenKind.Pow, 2),
            ('/', '/') => (TokenKind.FloorDiv, 2),
            ('=', '=') => (TokenKind.Equal, 2),
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('+', _) => (TokenKind.Add, 1),
            ('-', _) => (TokenKind.Sub, 1),
            ('*', _) => (TokenKind.Mul, 1),
            ('/', _) => (TokenKind.Div, 1),
            ('%', _) => (TokenKind.Mod, 1),
            ('~', _) => (TokenKind.Tilde, 1),
            ('[', _) => (TokenKind.LeftBracket, 1),
            (']', _) => (TokenKind.RightBracket, 1),
            ('(', _) => (TokenKind.LeftParen, 1),
            (')', _) => (TokenKind.RightParen, 1),
            ('{', _) => (TokenKind.LeftBrace, 1),
            ('}', _) => (TokenKind.RightBrace, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('<', _) => (TokenKind.Less, 1),
            ('=', _) => (TokenKind.Assign, 1),
            ('.', _) => (TokenKind.Dot, 1),
            (':', _) => (TokenKind.Colon, 1),
            ('|', _) => (TokenKind.Pipe, 1),
            (',', _) => (TokenKind.Comma, 1),
            (';', _) => (TokenKind.Semicolon, 1),
            _ => (TokenKind.Error, 0),
        };
        if (length == 0)
        {
            return FailAtCharacter();
        }

        if (!Balance(c))
        {
            return false;
        }

        Add(kind, position, length);
        position += length;
        return true;
    }

    private bool Balance(char c)
    {
        switch (c)
        {
            case '(':
                brackets.Push(')');
                return true;
            case '[':
                brackets.Push(']');
                return true;
            case '{':
                brackets.Push('}');
                return true;
            case ')' or ']' or '}' when brackets.Count == 0:
                return Fail($"unexpected '{c}'", position, 1);
            case ')' or ']' or '}':
                var expected = brackets.Pop();
                return expected == c || Fail($"unexpected '{c}', expected '{expected}'", position, 1);
            default:
                return true;
        }
    }

    // Jinja counts code points.
    private bool FailAtCharacter()
    {
        var column = CodePoints.Count(source.AsSpan(0, position));
        var length = char.IsSurrogatePair(source, position) ? 2 : 1;
        var character = StringRepr.Of(source.Substring(position, length));
        return Fail($"unexpected char {character} at {column}", position, length);
    }
}
