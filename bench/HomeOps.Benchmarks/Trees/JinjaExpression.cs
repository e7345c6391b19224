namespace HomeOps.Benchmarks.Trees;

/// <summary>What the expressions of home-ops templates are made of, as far as other engines can say the same.</summary>
internal abstract record JinjaExpression
{
    /// <summary>A variable, <c>item.name</c> included.</summary>
    public sealed record Path(string Name) : JinjaExpression;

    /// <summary>A string, without its quotes.</summary>
    public sealed record Text(string Content) : JinjaExpression;

    /// <summary>An integer, <c>true</c> or <c>false</c>, as Liquid and Scriban write it.</summary>
    public sealed record Literal(string Content) : JinjaExpression;

    /// <summary>A filter, or a method of a string.</summary>
    public sealed record Filter(JinjaExpression Input, string Name, IReadOnlyList<JinjaExpression> Arguments)
        : JinjaExpression;

    /// <summary>A function that is called.</summary>
    public sealed record Call(string Name, IReadOnlyList<JinjaExpression> Arguments) : JinjaExpression;

    /// <summary>A comparison.</summary>
    public sealed record Comparison(JinjaExpression Left, string Operator, JinjaExpression Right) : JinjaExpression;

    /// <summary><c>and</c> and <c>or</c>.</summary>
    public sealed record Logical(JinjaExpression Left, string Operator, JinjaExpression Right) : JinjaExpression;

    /// <summary><c>not</c>.</summary>
    public sealed record Not(JinjaExpression Operand) : JinjaExpression;

    /// <summary><c>a if b else c</c>.</summary>
    public sealed record Choice(JinjaExpression Condition, JinjaExpression Then, JinjaExpression Else)
        : JinjaExpression;
}
