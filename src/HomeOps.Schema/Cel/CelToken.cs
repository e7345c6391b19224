using HomeOps.Text;

namespace HomeOps.Schema;

/// <summary>A token of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a literal the source's.</param>
/// <param name="Value">The value of a literal.</param>
/// <param name="Span">Its place.</param>
internal readonly record struct CelToken(CelTokenKind Kind, string Text, object? Value, TextSpan Span);

internal enum CelTokenKind
{
    End,
    Name,
    Literal,
    Sign,
}
