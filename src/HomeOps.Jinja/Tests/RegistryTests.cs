using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests;

/// <summary>filter and test: whether there is one of that name.</summary>
internal static class RegistryTests
{
    private static readonly Signature FilterSignature = new("test_filter", [], [], hidden: 2);
    private static readonly Signature TestSignature = new("test_test", [], [], hidden: 2);

    public static bool Filter(EvaluationContext context, Value value, CallArguments arguments)
    {
        FilterSignature.Bind(arguments);
        return value.AsText is { } name ? context.FindFilter(name) is not null : Unnamed(value);
    }

    public static bool Test(EvaluationContext context, Value value, CallArguments arguments)
    {
        TestSignature.Bind(arguments);
        return value.AsText is { } name ? context.FindTest(name) is not null : Unnamed(value);
    }

    // Anything hashable may be looked up; nothing but a str is found.
    private static bool Unnamed(Value value)
    {
        _ = Hashing.OfKey(value);
        return false;
    }
}
