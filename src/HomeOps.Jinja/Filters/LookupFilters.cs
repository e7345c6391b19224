using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>attr, default, items.</summary>
internal static class LookupFilters
{
    private static readonly Signature AttrSignature = new("do_attr", ["name"], [], hidden: 2);
    private static readonly Signature ItemsSignature = new("do_items", [], [], hidden: 1);
    private static readonly Signature DefaultSignature = new(
        "do_default",
        ["default_value", "boolean"],
        ["", false],
        hidden: 1
    );

    /// <summary>The attribute, never an item.</summary>
    public static Value Attr(EvaluationContext context, Value value, CallArguments arguments)
    {
        var name = AttrSignature.Bind(arguments)[0];
        return Lookup.TryGetAttribute(context, value, PyText.Str(name), out var attribute)
            ? attribute
            : context.UndefinedElement(value, name);
    }

    /// <summary>The fallback for undefined values, with <c>boolean</c> for all false ones.</summary>
    public static Value Default(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = DefaultSignature.Bind(arguments);
        return value.IsUndefined || (Truth.Of(bound[1]) && !Truth.Of(value)) ? bound[0] : value;
    }

    /// <summary>The pairs of a mapping, none of an undefined.</summary>
    public static Value Items(EvaluationContext context, Value value, CallArguments arguments)
    {
        ItemsSignature.Bind(arguments);
        return new PyGenerator(Pairs(context, value));
    }

    private static IEnumerable<Value> Pairs(EvaluationContext context, Value value)
    {
        if (value.IsUndefined)
        {
            yield break;
        }
        if (value.Kind != ValueKind.Dict)
        {
            throw JinjaException.Type("Can only get item pairs from a mapping.");
        }
        var items = Iteration.Of(context, DictMethods.Items(context, value, CallArguments.None));
        while (items.MoveNext(out var item))
        {
            yield return item;
        }
    }
}
