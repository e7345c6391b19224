namespace HomeOps.Helm.Templates;

/// <summary>
/// The part of Go's text/template, with functions of sprig, that Talos's talconfig.yaml, patches and image addresses (talos.md 1.5) and
/// Flux's ResourceSets use: fields, pipelines, variables, <c>if</c>, <c>with</c> and <c>range</c>. What is not supported is reported, never left in the text.
/// </summary>
public static class GoTemplate
{
    /// <summary>Whether a text has anything to render.</summary>
    public static bool IsTemplate(string text) => text.Contains("{{", StringComparison.Ordinal);

    /// <summary>The text; null and why when it cannot be made.</summary>
    public static string? Render(string template, ITemplateFields data, out TemplateProblem? problem)
    {
        problem = null;
        if (!IsTemplate(template))
        {
            return template;
        }

        try
        {
            var nodes = new TemplateParser(TemplateParts.Split(template)).Parse();
            return new TemplateRenderer(data).Render(nodes);
        }
        catch (TemplateException e)
        {
            problem = new TemplateProblem(e.Action?.Text ?? "", e.Message, e.Action?.Offset ?? 0);
            return null;
        }
    }
}
