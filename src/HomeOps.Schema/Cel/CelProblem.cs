using HomeOps.Text;

namespace HomeOps.Schema;

/// <summary>What is wrong with an expression.</summary>
/// <param name="Kind">Which mistake.</param>
/// <param name="Reason">In words.</param>
/// <param name="Span">Its place in the expression.</param>
/// <param name="Meant">The name that was probably meant; null for none.</param>
public sealed record CelProblem(CelProblemKind Kind, string Reason, TextSpan Span, string? Meant = null);

/// <summary>The kinds of mistakes in expressions.</summary>
public enum CelProblemKind
{
    /// <summary>It does not follow CEL's grammar.</summary>
    Syntax,

    /// <summary>It uses a variable that does not exist.</summary>
    Variable,

    /// <summary>It calls a function that CEL and its usual extensions do not have.</summary>
    Function,
}

/// <summary>Leaves the depths of an expression.</summary>
internal sealed class CelException(string reason, TextSpan span) : Exception(reason)
{
    public TextSpan Span { get; } = span;
}
