using HomeOps.Kustomize;
using HomeOps.Schema;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Says what is wrong with a CEL expression of an object, at its place in the file.</summary>
internal static class CelFindings
{
    /// <summary>Parses an expression and looks for names that do not exist.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="variables">The variables there are; null when the fields of any object are.</param>
    /// <param name="what">What it is, for people.</param>
    /// <param name="findings">Gets what is wrong.</param>
    /// <returns>The expression; null when something is wrong with it.</returns>
    public static CelExpression? Check(
        ScalarNode node,
        IReadOnlyCollection<string>? variables,
        string what,
        ICollection<Diagnostic> findings
    )
    {
        if (!CelExpression.TryParse(node.Text, out var expression, out var malformed))
        {
            findings.Add(FluxDiagnostics.BadExpression(what, malformed.Reason, PlaceOf(node, malformed.Span)));
            return null;
        }

        var problems = expression.Check(variables);
        foreach (var problem in problems)
        {
            var at = PlaceOf(node, problem.Span);
            findings.Add(
                problem.Kind switch
                {
                    CelProblemKind.Variable => FluxDiagnostics.NoCelVariable(what, problem, variables ?? [], at),
                    CelProblemKind.Function => FluxDiagnostics.NoCelFunction(what, problem, at),
                    _ => FluxDiagnostics.BadExpression(what, problem.Reason, at),
                }
            );
        }

        if (expression.Root is CelLiteral { Value: not bool } or CelList or CelMap)
        {
            findings.Add(FluxDiagnostics.NotATruthValue(what, PlaceOf(node, expression.Root.Span)));
            return null;
        }

        return problems.Count == 0 ? expression : null;
    }

    /// <summary>The place of a part of the expression; that of the whole where quotes or folding changed the text.</summary>
    public static Location PlaceOf(ScalarNode node, TextSpan span)
    {
        if (node.At is not { } at)
        {
            return Location.OfFile("");
        }

        var raw = at.Source.Text.AsSpan(at.Span.Start, Math.Min(at.Span.End, at.Source.Text.Length) - at.Span.Start);
        var begin = raw.IndexOf(node.Text, StringComparison.Ordinal);
        return begin < 0 ? at : at.Source.At(at.Span.Start + begin + span.Start, span.Length);
    }
}
