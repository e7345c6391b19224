using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>One token of the scanner.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Value">Scalar text, anchor name, tag handle, or the handle of a directive.</param>
/// <param name="Suffix">Rest of a tag, or the prefix of a directive.</param>
/// <param name="Style">How a scalar was written.</param>
internal readonly record struct Token(
    TokenKind Kind,
    Mark Start,
    int End,
    string Value = "",
    string Suffix = "",
    ScalarStyle Style = ScalarStyle.Plain
)
{
    /// <summary>1 + the flow level whose pending simple key begins with this token; 0 for none.</summary>
    public int KeyLevel { get; init; }

    /// <summary>The token's characters.</summary>
    public TextSpan Span => TextSpan.FromBounds(Start.Index, End);
}
