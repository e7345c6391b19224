using System.Diagnostics.CodeAnalysis;

namespace HomeOps.Schema;

/// <summary>An expression in CEL, the language of conditions in Kubernetes and Flux.</summary>
public sealed class CelExpression
{
    private CelExpression(string text, CelNode root) => (Text, Root) = (text, root);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>What it consists of.</summary>
    public CelNode Root { get; }

    /// <summary>Parses an expression.</summary>
    /// <param name="text">The text.</param>
    /// <param name="expression">The expression; null when it is malformed.</param>
    /// <param name="problem">Why it is malformed; null when it is not.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out CelExpression? expression,
        [NotNullWhen(false)] out CelProblem? problem
    )
    {
        try
        {
            (expression, problem) = (new CelExpression(text, new CelParser(text).Parse()), null);
            return true;
        }
        catch (CelException e)
        {
            (expression, problem) = (null, new CelProblem(CelProblemKind.Syntax, e.Message, e.Span));
            return false;
        }
    }

    /// <summary>Variables and functions that do not exist, in the order of the text.</summary>
    /// <param name="variables">The variables there are; null when any name may be one.</param>
    public IReadOnlyList<CelProblem> Check(IReadOnlyCollection<string>? variables) => new CelCheck(variables).Run(Root);

    /// <summary>
    /// The value as far as it can be told from what is known: <see cref="CelValue.Unknown"/> when it depends on what is not.
    /// </summary>
    /// <param name="variables">
    /// The variables: null, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, lists and maps of these. What a
    /// map does not have is unknown, as the cluster may add it.
    /// </param>
    public object? Evaluate(IReadOnlyDictionary<string, object?> variables) => new CelEvaluation(variables).Of(Root);

    /// <inheritdoc />
    public override string ToString() => Text;
}
