namespace HomeOps.Helm.Templates;

/// <summary>What stands between <c>{{</c> and <c>}}</c>.</summary>
/// <param name="Text">Its text, trimmed.</param>
/// <param name="Offset">Where its braces begin.</param>
internal sealed record TemplateAction(string Text, int Offset);
