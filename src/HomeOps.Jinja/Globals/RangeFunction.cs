using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Globals;

/// <summary>range([start,] stop[, step]).</summary>
internal static class RangeFunction
{
    public static Value Call(EvaluationContext context, CallArguments arguments)
    {
        if (arguments.KeywordCount > 0)
        {
            throw JinjaException.Type("range() takes no keyword arguments");
        }
        switch (arguments.PositionalCount)
        {
            case 1:
                return new PyRange(0, Bound(arguments.At(0)), 1);
            case 2:
                return new PyRange(Bound(arguments.At(0)), Bound(arguments.At(1)), 1);
            case 3:
                var (start, stop, step) = (Bound(arguments.At(0)), Bound(arguments.At(1)), Bound(arguments.At(2)));
                return step == 0
                    ? throw JinjaException.Value("range() arg 3 must not be zero")
                    : new PyRange(start, stop, step);
            case 0:
                throw JinjaException.Type("range expected at least 1 argument, got 0");
            default:
                throw JinjaException.Type($"range expected at most 3 arguments, got {arguments.PositionalCount}");
        }
    }

    private static long Bound(Value value) => Arguments.Index(value);
}
