namespace HomeOps.Helm.Templates;

/// <summary>How templates of one origin are written and what they may do. The defaults are those of Go.</summary>
public sealed record TemplateOptions
{
    /// <summary>What opens an action.</summary>
    public string Open { get; init; } = "{{";

    /// <summary>What closes it.</summary>
    public string Close { get; init; } = "}}";

    /// <summary>Whether a key that a map does not have is an error (<c>missingkey=error</c>); otherwise it has no value.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Functions beside those of Go and sprig.</summary>
    public IReadOnlyDictionary<string, TemplateFunction> Functions { get; init; } =
        new Dictionary<string, TemplateFunction>(StringComparer.Ordinal);

    /// <summary>Functions that templates of this origin do not have.</summary>
    public IReadOnlyCollection<string> Withheld { get; init; } = [];

    /// <summary>What all renderings may use up together; null for what one of them may.</summary>
    public TemplateBudget? Budget { get; init; }
}
