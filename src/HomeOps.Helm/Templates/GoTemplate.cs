namespace HomeOps.Helm.Templates;

/// <summary>
/// Go's text/template with functions of sprig, as Talos's talconfig.yaml, patches and image addresses (talos.md 1.5) and Flux's ResourceSets
/// use it: fields, pipelines, variables, <c>if</c>, <c>with</c>, <c>range</c>, <c>define</c>. What is not supported is reported, never left
/// in the text.
/// </summary>
public sealed class GoTemplate
{
    private readonly TemplateOptions options;
    private readonly IReadOnlyList<TemplateNode> nodes;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<TemplateNode>> defined;

    private GoTemplate(TemplateOptions options, TemplateParser parser)
    {
        this.options = options;
        nodes = parser.Parse();
        defined = parser.Defined;
    }

    /// <summary>Whether a text has anything to render.</summary>
    public static bool IsTemplate(string text) => text.Contains("{{", StringComparison.Ordinal);

    /// <summary>The text; null and why when it cannot be made.</summary>
    public static string? Render(string template, ITemplateFields data, out TemplateProblem? problem)
    {
        problem = null;
        return IsTemplate(template) ? Parse(template, new(), out problem)?.Render(data, out problem) : template;
    }

    /// <summary>Parses a template that is rendered more than once; null and why when it is malformed.</summary>
    public static GoTemplate? Parse(string template, TemplateOptions options, out TemplateProblem? problem)
    {
        try
        {
            problem = null;
            var parts = TemplateParts.Split(template, options.Open, options.Close);
            return new GoTemplate(options, new TemplateParser(parts));
        }
        catch (TemplateException e)
        {
            problem = e.ToProblem();
            return null;
        }
    }

    /// <summary>The text; null and why when it cannot be made.</summary>
    /// <param name="data">What <c>.</c> and <c>$</c> are: a text, number, truth value, list, map, something with fields, or null.</param>
    /// <param name="problem">Why there is no text.</param>
    public string? Render(object? data, out TemplateProblem? problem) => Render(data, NoValues, out problem);

    /// <summary>The text; null and why when it cannot be made.</summary>
    /// <param name="data">What <c>.</c> and <c>$</c> are.</param>
    /// <param name="values">Functions without arguments, by what they give.</param>
    /// <param name="problem">Why there is no text.</param>
    public string? Render(object? data, IReadOnlyDictionary<string, object?> values, out TemplateProblem? problem)
    {
        try
        {
            problem = null;
            return new TemplateRenderer(data, options, values, defined).Render(nodes);
        }
        catch (TemplateException e)
        {
            problem = e.ToProblem();
            return null;
        }
    }

    private static readonly Dictionary<string, object?> NoValues = new(StringComparer.Ordinal);
}
