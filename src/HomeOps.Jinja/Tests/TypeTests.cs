using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests;

/// <summary>The tests that ask what a value is.</summary>
internal static class TypeTests
{
    public static bool Boolean(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_boolean", arguments) && value.Kind == ValueKind.Bool;

    public static bool Callable(EvaluationContext context, Value value, CallArguments arguments)
    {
        arguments.ExpectValueAlone("callable");
        return value.AsObject is { IsCallable: true };
    }

    public static bool Defined(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_defined", arguments) && !value.IsUndefined;

    public static bool Undefined(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_undefined", arguments) && value.IsUndefined;

    public static bool Escaped(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_escaped", arguments) && value.AsObject?.Html() is not null;

    public static bool True(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_true", arguments) && value.Kind == ValueKind.Bool && value.AsBool;

    public static bool False(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_false", arguments) && value.Kind == ValueKind.Bool && !value.AsBool;

    public static bool None(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_none", arguments) && value.IsNone;

    /// <summary>An int that is no bool.</summary>
    public static bool Integer(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_integer", arguments) && value.Kind is ValueKind.Int or ValueKind.BigInt;

    public static bool Float(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_float", arguments) && value.Kind == ValueKind.Float;

    /// <summary>Any number, bool included.</summary>
    public static bool Number(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_number", arguments) && value.IsNumber;

    public static bool String(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_string", arguments) && value.IsText;

    public static bool Mapping(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_mapping", arguments) && value.Kind == ValueKind.Dict;

    /// <summary>Has a length and items; the strict undefined refuses the length, which counts as no.</summary>
    public static bool Sequence(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_sequence", arguments)
        && (
            value.IsText
            || value.Kind is ValueKind.List or ValueKind.Tuple or ValueKind.Dict or ValueKind.Range or ValueKind.Bytes
            || value.As<PyUndefined>() is { Mode: not UndefinedMode.Strict }
        );

    public static bool Iterable(EvaluationContext context, Value value, CallArguments arguments) =>
        Alone("test_iterable", arguments) && Iteration.Try(context, value) is not null;

    private static bool Alone(string function, CallArguments arguments)
    {
        if (!arguments.IsEmpty)
        {
            throw JinjaException.Type(
                arguments.KeywordCount > 0
                    ? $"{function}() got an unexpected keyword argument '{arguments.Names[0]}'"
                    : $"{function}() takes 1 positional argument but {arguments.PositionalCount + 1} were given"
            );
        }
        return true;
    }
}
