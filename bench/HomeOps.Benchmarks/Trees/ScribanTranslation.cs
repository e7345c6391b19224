namespace HomeOps.Benchmarks.Trees;

/// <summary>To Scriban's own language.</summary>
internal sealed class ScribanTranslation : TemplateTranslation
{
    // Only the braces: a dash or a tilde after the mark of a raw block would eat white space.
    protected override void Text(string text) =>
        Output.Append(text.Replace("{{", "{%{{{}%}", StringComparison.Ordinal));

    protected override void Print(JinjaExpression value) => Code(Value(value));

    protected override void If(JinjaExpression condition) => Code($"if {Test(condition)}");

    protected override void Else() => Code("else");

    protected override void For(string variable, JinjaExpression list) => Code($"for {variable} in {Value(list)}");

    protected override void Capture(string variable) => Code($"capture {variable}");

    protected override void End(string block) => Code("end");

    private void Code(string code) => Output.Append($"{{{{ {code} }}}}");

    private static string Test(JinjaExpression condition) =>
        condition switch
        {
            JinjaExpression.Comparison c => $"({Value(c.Left)} {c.Operator} {Value(c.Right)})",
            JinjaExpression.Logical l => $"({Test(l.Left)} {(l.Operator == "and" ? "&&" : "||")} {Test(l.Right)})",
            JinjaExpression.Not n => $"!{Test(n.Operand)}",
            // Scriban takes an empty string and 0 for true.
            _ => $"(truth {Value(condition)})",
        };

    private static string Value(JinjaExpression value) =>
        value switch
        {
            JinjaExpression.Path { Name: "loop.index" } => "(for.index + 1)",
            JinjaExpression.Path path => path.Name,
            JinjaExpression.Literal literal => literal.Content,
            JinjaExpression.Text text => $"\"{text.Content}\"",
            JinjaExpression.Choice c => $"({Test(c.Condition)} ? {Value(c.Then)} : {Value(c.Else)})",
            JinjaExpression.Filter { Name: "string" or "list" } same => Value(same.Input),
            JinjaExpression.Filter f => Called(Name(f.Name), f.Arguments.Prepend(f.Input)),
            // The native functions take one argument whatever they do with it.
            JinjaExpression.Call { Arguments: [] } c => $"({c.Name} \"\")",
            JinjaExpression.Call c => Called(c.Name, c.Arguments),
            _ => throw new NotSupportedException($"{value.GetType().Name} as a value"),
        };

    private static string Called(string name, IEnumerable<JinjaExpression> arguments) =>
        $"({name} {string.Join(' ', arguments.Select(Value))})";

    private static string Name(string filter) =>
        filter switch
        {
            "lower" => "string.downcase",
            "length" => "array.size",
            "last" => "array.last",
            "split" => "string.split",
            "startswith" => "string.starts_with",
            "default" => "object.default",
            "basename" or "nthhost" or "selectattr" or "indent" => filter,
            _ => throw new NotSupportedException($"the filter {filter}"),
        };
}
