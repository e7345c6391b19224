using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>map(filter, …) and map(attribute=…, default=…), lazily.</summary>
internal static class MapFilter
{
    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments) =>
        new PyGenerator(Mapped(context, value, arguments));

    private static IEnumerable<Value> Mapped(EvaluationContext context, Value value, CallArguments arguments)
    {
        if (!Truth.Of(value))
        {
            yield break;
        }
        var map = Prepare(context, arguments);
        var items = Iteration.Of(context, value);
        while (items.MoveNext(out var item))
        {
            context.CheckTime();
            yield return map(item);
        }
    }

    private static Func<Value, Value> Prepare(EvaluationContext context, CallArguments arguments)
    {
        if (arguments.PositionalCount == 0 && !arguments.Keyword("attribute").IsMissing)
        {
            foreach (var keyword in arguments.Names)
            {
                if (keyword is not ("attribute" or "default"))
                {
                    throw JinjaException.FilterArgument($"Unexpected keyword argument {StringRepr.Of(keyword)}");
                }
            }
            var path = AttributePath.Of(arguments.Keyword("attribute"));
            var fallback = arguments.Keyword("default");
            return item => path.Get(context, item, fallback);
        }
        if (arguments.PositionalCount == 0)
        {
            throw JinjaException.FilterArgument("map requires a filter argument");
        }
        var name = arguments.At(0);
        var rest = arguments.Skip(1);
        return item => RuntimeName.Filter(context, name)(context, item, rest);
    }
}
