namespace HomeOps.Helm.Templates;

/// <summary>Why a template cannot be carried out.</summary>
/// <param name="Expression">The action concerned, without its braces.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Offset">Where its braces begin in the template.</param>
public sealed record TemplateProblem(string Expression, string Reason, int Offset);

/// <summary>Leaves the depths of an expression; <see cref="GoTemplate"/> makes a <see cref="TemplateProblem"/> of it.</summary>
internal sealed class TemplateException(string reason) : Exception(reason)
{
    /// <summary>The action concerned, once it is known.</summary>
    public TemplateAction? Action { get; init; }

    public TemplateProblem ToProblem() => new(Action?.Text ?? "", Message, Action?.Offset ?? 0);
}
