using HomeOps.Text;

namespace HomeOps.Jinja.Syntax;

/// <summary>A token and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character in the source.</param>
/// <param name="Length">How many characters of the source it covers.</param>
/// <param name="Text">The name, the unescaped string, the digits, the data that is not verbatim in the source, or the error.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string? Text = null)
{
    public TextSpan Span => new(Start, Length);

    /// <summary>Whether this is that keyword (keywords are names).</summary>
    public bool Is(string keyword) => Kind == TokenKind.Name && string.Equals(Text, keyword, StringComparison.Ordinal);

    /// <summary>How Jinja's messages speak of this token.</summary>
    public string Description => Kind == TokenKind.Name ? Text ?? "" : Describe(Kind);

    /// <summary>How Jinja's messages speak of tokens of a kind.</summary>
    public static string Describe(TokenKind kind) =>
        kind switch
        {
            TokenKind.EndOfTemplate => "end of template",
            TokenKind.Data => "template data / text",
            TokenKind.VariableBegin => "begin of print statement",
            TokenKind.VariableEnd => "end of print statement",
            TokenKind.BlockBegin => "begin of statement block",
            TokenKind.BlockEnd => "end of statement block",
            TokenKind.Name => "name",
            TokenKind.String => "string",
            TokenKind.Integer => "integer",
            TokenKind.Float => "float",
            TokenKind.Add => "+",
            TokenKind.Sub => "-",
            TokenKind.Mul => "*",
            TokenKind.Pow => "**",
            TokenKind.Div => "/",
            TokenKind.FloorDiv => "//",
            TokenKind.Mod => "%",
            TokenKind.Tilde => "~",
            TokenKind.LeftBracket => "[",
            TokenKind.RightBracket => "]",
            TokenKind.LeftParen => "(",
            TokenKind.RightParen => ")",
            TokenKind.LeftBrace => "{",
            TokenKind.RightBrace => "}",
            TokenKind.Equal => "==",
            TokenKind.NotEqual => "!=",
            TokenKind.Greater => ">",
            TokenKind.GreaterOrEqual => ">=",
            TokenKind.Less => "<",
            TokenKind.LessOrEqual => "<=",
            TokenKind.Assign => "=",
            TokenKind.Dot => ".",
            TokenKind.Colon => ":",
            TokenKind.Pipe => "|",
            TokenKind.Comma => ",",
            TokenKind.Semicolon => ";",
            _ => "error",
        };
}
