namespace HomeOps.Jinja.Syntax;

/// <summary>How templates are written: the delimiters and what happens to white space around tags.</summary>
public sealed record JinjaSyntax
{
    /// <summary>Opens a statement.</summary>
    public string BlockStart { get; init; } = "{%";

    /// <summary>Closes a statement.</summary>
    public string BlockEnd { get; init; } = "%}";

    /// <summary>Opens an expression to print.</summary>
    public string VariableStart { get; init; } = "{{";

    /// <summary>Closes an expression to print.</summary>
    public string VariableEnd { get; init; } = "}}";

    /// <summary>Opens a comment.</summary>
    public string CommentStart { get; init; } = "{#";

    /// <summary>Closes a comment; may be the same text as <see cref="CommentStart"/>.</summary>
    public string CommentEnd { get; init; } = "#}";

    /// <summary>What makes a whole line a statement, null for none.</summary>
    public string? LineStatementPrefix { get; init; }

    /// <summary>What starts a comment that runs to the end of its line, null for none.</summary>
    public string? LineCommentPrefix { get; init; }

    /// <summary>Whether the line end right behind a statement or comment is dropped.</summary>
    public bool TrimBlocks { get; init; }

    /// <summary>Whether blanks between the start of a line and a statement or comment are dropped.</summary>
    public bool LstripBlocks { get; init; }

    /// <summary>Whether the last line end of a template is kept.</summary>
    public bool KeepTrailingNewline { get; init; }

    /// <summary>What line ends of a template become: <c>\n</c>, <c>\r\n</c> or <c>\r</c>.</summary>
    public string NewlineSequence { get; init; } = "\n";

    /// <summary>Jinja's own delimiters and white space.</summary>
    public static JinjaSyntax Default { get; } = new();

    /// <summary>Refuses what the language cannot work with.</summary>
    /// <exception cref="InvalidOperationException">An empty delimiter, equal starts, or an unknown newline sequence.</exception>
    internal void Validate()
    {
        string[] delimiters = [BlockStart, BlockEnd, VariableStart, VariableEnd, CommentStart, CommentEnd];
        if (Array.Exists(delimiters, string.IsNullOrEmpty) || LineStatementPrefix is "" || LineCommentPrefix is "")
        {
            throw new InvalidOperationException("A delimiter of the template language must not be empty.");
        }

        string[] starts = [BlockStart, VariableStart, CommentStart];
        if (starts.Distinct(StringComparer.Ordinal).Count() != starts.Length)
        {
            throw new InvalidOperationException(
                "The start delimiters of block, variable and comment must be different."
            );
        }

        if (NewlineSequence is not ("\n" or "\r\n" or "\r"))
        {
            throw new InvalidOperationException(@"The newline sequence must be \n, \r\n or \r.");
        }
    }
}
