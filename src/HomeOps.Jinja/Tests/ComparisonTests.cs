using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests;

/// <summary>The tests that are operators of Python: eq, ne, lt, le, gt, ge, in, sameas.</summary>
internal static class ComparisonTests
{
    private static readonly Signature SameAsSignature = new("test_sameas", ["other"], [], hidden: 1);
    private static readonly Signature InSignature = new("test_in", ["seq"], [], hidden: 1);

    public static bool Equal(EvaluationContext context, Value value, CallArguments arguments) =>
        Compare(context, "eq", ComparisonOperator.Equal, value, arguments);

    public static bool NotEqual(EvaluationContext context, Value value, CallArguments arguments) =>
        Compare(context, "ne", ComparisonOperator.NotEqual, value, arguments);

    public static bool Less(EvaluationContext context, Value value, CallArguments arguments) =>
        Compare(context, "lt", ComparisonOperator.Less, value, arguments);

    public static bool LessOrEqual(EvaluationContext context, Value value, CallArguments arguments) =>
        Compare(context, "le", ComparisonOperator.LessOrEqual, value, arguments);

    public static bool Greater(EvaluationContext context, Value value, CallArguments arguments) =>
        Compare(context, "gt", ComparisonOperator.Greater, value, arguments);

    public static bool GreaterOrEqual(EvaluationContext context, Value value, CallArguments arguments) =>
        Compare(context, "ge", ComparisonOperator.GreaterOrEqual, value, arguments);

    public static bool In(EvaluationContext context, Value value, CallArguments arguments) =>
        Comparison.Contains(context, InSignature.Bind(arguments)[0], value);

    public static bool SameAs(EvaluationContext context, Value value, CallArguments arguments) =>
        value.IsSameAs(SameAsSignature.Bind(arguments)[0]);

    private static bool Compare(
        EvaluationContext context,
        string function,
        ComparisonOperator op,
        Value value,
        CallArguments arguments
    )
    {
        if (arguments.KeywordCount > 0)
        {
            throw JinjaException.Type($"_operator.{function}() takes no keyword arguments");
        }
        return arguments.PositionalCount == 1
            ? Comparison.Evaluate(context, op, value, arguments.At(0))
            : throw JinjaException.Type($"{function} expected 2 arguments, got {arguments.PositionalCount + 1}");
    }
}
