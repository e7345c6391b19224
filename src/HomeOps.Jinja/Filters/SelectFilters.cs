using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>select, reject, selectattr, rejectattr: keeps what passes a test, lazily. Without a test truth decides.</summary>
internal static class SelectFilters
{
    public static Value Select(EvaluationContext context, Value value, CallArguments arguments) =>
        new PyGenerator(Selected(context, value, arguments, wanted: true, byAttribute: false));

    public static Value Reject(EvaluationContext context, Value value, CallArguments arguments) =>
        new PyGenerator(Selected(context, value, arguments, wanted: false, byAttribute: false));

    public static Value SelectAttr(EvaluationContext context, Value value, CallArguments arguments) =>
        new PyGenerator(Selected(context, value, arguments, wanted: true, byAttribute: true));

    public static Value RejectAttr(EvaluationContext context, Value value, CallArguments arguments) =>
        new PyGenerator(Selected(context, value, arguments, wanted: false, byAttribute: true));

    private static IEnumerable<Value> Selected(
        EvaluationContext context,
        Value value,
        CallArguments arguments,
        bool wanted,
        bool byAttribute
    )
    {
        if (!Truth.Of(value))
        {
            yield break;
        }
        if (byAttribute && arguments.PositionalCount == 0)
        {
            throw JinjaException.FilterArgument("Missing parameter for attribute name");
        }
        var path = AttributePath.Of(byAttribute ? arguments.At(0) : Value.None);
        var rest = byAttribute ? arguments.Skip(1) : arguments;
        var name = rest.At(0);
        var testArguments = name.IsMissing ? CallArguments.None : rest.Skip(1);
        var items = Iteration.Of(context, value);
        while (items.MoveNext(out var item))
        {
            context.CheckTime();
            var subject = path.Get(context, item);
            var passes = name.IsMissing
                ? Truth.Of(subject)
                : RuntimeName.Test(context, name)(context, subject, testArguments);
            if (passes == wanted)
            {
                yield return item;
            }
        }
    }
}
