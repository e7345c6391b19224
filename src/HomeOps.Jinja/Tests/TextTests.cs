using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests;

/// <summary>lower and upper: of the printed value, which needs a letter of that case and none of another.</summary>
internal static class TextTests
{
    private static readonly Signature LowerSignature = new("test_lower", [], [], hidden: 1);
    private static readonly Signature UpperSignature = new("test_upper", [], [], hidden: 1);

    public static bool Lower(EvaluationContext context, Value value, CallArguments arguments)
    {
        LowerSignature.Bind(arguments);
        return ClassMethods.IsLower(PyText.Str(value));
    }

    public static bool Upper(EvaluationContext context, Value value, CallArguments arguments)
    {
        UpperSignature.Bind(arguments);
        return ClassMethods.IsUpper(PyText.Str(value));
    }
}
