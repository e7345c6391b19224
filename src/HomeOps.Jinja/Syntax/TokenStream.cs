using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax;

/// <summary>The tokens as the parser walks over them; a lexer error is raised when the walk reaches it.</summary>
internal sealed class TokenStream
{
    private readonly Lexer lexer;
    private List<Token> piece;
    private int next;

    public TokenStream(Lexer lexer)
    {
        this.lexer = lexer;
        piece = lexer.ReadPiece();
        Next();
    }

    /// <summary>The token the parser looks at.</summary>
    public Token Current { get; private set; }

    /// <summary>Where the token before it ends.</summary>
    public int PreviousEnd { get; private set; }

    /// <summary>The token after the current one.</summary>
    public Token Look()
    {
        if (next == piece.Count && Current.Kind != TokenKind.EndOfTemplate)
        {
            piece = lexer.ReadPiece();
            next = 0;
        }

        return next == piece.Count ? Current : Checked(piece[next]);
    }

    /// <summary>Goes one token ahead and returns the one left behind.</summary>
    public Token Next()
    {
        var left = Current;
        PreviousEnd = left.Start + left.Length;
        if (left.Kind != TokenKind.EndOfTemplate)
        {
            Current = Look();
            next++;
        }

        return left;
    }

    public bool SkipIf(TokenKind kind)
    {
        var found = Current.Kind == kind;
        if (found)
        {
            Next();
        }

        return found;
    }

    public bool SkipIf(string keyword)
    {
        var found = Current.Is(keyword);
        if (found)
        {
            Next();
        }

        return found;
    }

    public Token Expect(TokenKind kind) => Current.Kind == kind ? Next() : throw Unexpected(Token.Describe(kind));

    public Token Expect(string keyword) => Current.Is(keyword) ? Next() : throw Unexpected(keyword);

    /// <summary>A syntax error at a place.</summary>
    public static JinjaException Error(string message, TextSpan span, JinjaErrorKind kind = JinjaErrorKind.Syntax) =>
        new(kind, message) { Span = span };

    private JinjaException Unexpected(string expected) =>
        Current.Kind == TokenKind.EndOfTemplate
            ? Error($"unexpected end of template, expected {StringRepr.Of(expected)}.", Current.Span)
            : Error(
                $"expected token {StringRepr.Of(expected)}, got {StringRepr.Of(Current.Description)}",
                Current.Span
            );

    private static Token Checked(Token token) =>
        token.Kind == TokenKind.Error ? throw Error(token.Text ?? "", token.Span) : token;
}
