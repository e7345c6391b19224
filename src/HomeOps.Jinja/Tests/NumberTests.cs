using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests;

/// <summary>odd, even, divisibleby.</summary>
internal static class NumberTests
{
    private static readonly Signature OddSignature = new("test_odd", [], [], hidden: 1);
    private static readonly Signature EvenSignature = new("test_even", [], [], hidden: 1);
    private static readonly Signature DivisibleSignature = new("test_divisibleby", ["num"], [], hidden: 1);

    public static bool Odd(EvaluationContext context, Value value, CallArguments arguments)
    {
        OddSignature.Bind(arguments);
        return Comparison.AreEqual(Arithmetic.Modulo(context, value, 2), 1);
    }

    public static bool Even(EvaluationContext context, Value value, CallArguments arguments)
    {
        EvenSignature.Bind(arguments);
        return Comparison.AreEqual(Arithmetic.Modulo(context, value, 2), 0);
    }

    public static bool DivisibleBy(EvaluationContext context, Value value, CallArguments arguments) =>
        Comparison.AreEqual(Arithmetic.Modulo(context, value, DivisibleSignature.Bind(arguments)[0]), 0);
}
