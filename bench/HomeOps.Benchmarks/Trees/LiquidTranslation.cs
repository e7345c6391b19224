namespace HomeOps.Benchmarks.Trees;

/// <summary>To Liquid. It has no expressions within expressions: their values are assigned to variables first.</summary>
internal sealed class LiquidTranslation : TemplateTranslation
{
    protected override void Text(string text) =>
        Output.Append(
            text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal)
                ? $"{{% raw %}}{text}{{% endraw %}}"
                : text
        );

    protected override void Print(JinjaExpression value)
    {
        var chain = Chain(value);
        Output.Append($"{{{{ {chain} }}}}");
    }

    protected override void If(JinjaExpression condition)
    {
        var test = Test(condition);
        Output.Append($"{{% if {test} %}}");
    }

    protected override void Else() => Output.Append("{% else %}");

    protected override void For(string variable, JinjaExpression list)
    {
        var operand = Operand(list);
        Output.Append($"{{% for {variable} in {operand} %}}");
    }

    protected override void Capture(string variable) => Output.Append($"{{% capture {variable} %}}");

    protected override void End(string block) => Output.Append($"{{% end{block} %}}");

    private string Test(JinjaExpression condition) =>
        condition switch
        {
            JinjaExpression.Comparison c => $"{Operand(c.Left)} {c.Operator} {Operand(c.Right)}",
            JinjaExpression.Logical l => $"{Test(l.Left)} {l.Operator} {Test(l.Right)}",
            JinjaExpression.Not => throw new NotSupportedException("not"),
            // Liquid takes an empty string and 0 for true.
            _ => Assign($"{Chain(condition)} | truth"),
        };

    private string Chain(JinjaExpression value) =>
        value switch
        {
            JinjaExpression.Filter { Name: "string" or "list" } same => Chain(same.Input),
            JinjaExpression.Filter filter => Piped(Chain(filter.Input), Name(filter.Name), Operands(filter.Arguments)),
            JinjaExpression.Call { Arguments: [] } call => $"'' | {call.Name}",
            JinjaExpression.Call call => Piped(Chain(call.Arguments[0]), call.Name, Operands(call.Arguments.Skip(1))),
            _ => Operand(value),
        };

    private string Operand(JinjaExpression value)
    {
        switch (value)
        {
            case JinjaExpression.Path { Name: "loop.index" }:
                return "forloop.index";
            case JinjaExpression.Path path:
                return path.Name;
            case JinjaExpression.Literal literal:
                return literal.Content;
            case JinjaExpression.Text text:
                return $"\"{text.Content}\"";
            case JinjaExpression.Choice choice:
                var chosen = Temporary();
                If(choice.Condition);
                Output.Append($"{{% assign {chosen} = {Chain(choice.Then)} %}}{{% else %}}");
                Output.Append($"{{% assign {chosen} = {Chain(choice.Else)} %}}{{% endif %}}");
                return chosen;
            case JinjaExpression.Filter or JinjaExpression.Call:
                return Assign(Chain(value));
            default:
                throw new NotSupportedException($"{value.GetType().Name} as a value");
        }
    }

    private List<string> Operands(IEnumerable<JinjaExpression> values) => [.. values.Select(Operand)];

    private static string Piped(string input, string name, List<string> arguments) =>
        arguments.Count == 0 ? $"{input} | {name}" : $"{input} | {name}: {string.Join(", ", arguments)}";

    private string Assign(string chain)
    {
        var name = Temporary();
        Output.Append($"{{% assign {name} = {chain} %}}");
        return name;
    }

    private static string Name(string filter) =>
        filter switch
        {
            "lower" => "downcase",
            "length" => "size",
            "default" or "last" or "split" or "basename" or "nthhost" or "startswith" or "selectattr" or "indent" =>
                filter,
            _ => throw new NotSupportedException($"the filter {filter}"),
        };
}
