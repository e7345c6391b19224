using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>join(d='', attribute=None): str() of each item with a separator between.</summary>
internal static class JoinFilter
{
    private static readonly Signature Signature = new("sync_do_join", ["d", "attribute"], ["", Value.None], hidden: 2);

    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = Signature.Bind(arguments);
        var separator = bound[0];
        var path = AttributePath.Of(bound[1]);
        // An attribute is taken of what is iterated first; without one the separator is looked at first.
        if (!bound[1].IsNone)
        {
            _ = Iteration.Of(context, value);
        }

        if (!context.Autoescape)
        {
            return Joined(context, value, path, PyText.Str(separator), escape: false);
        }
        if (separator.As<PyUndefined>()?.Html() is { } blank)
        {
            // It counts as safe, and the join is one of plain texts all the same.
            return Joined(context, value, path, blank, escape: false);
        }

        var items = Iteration.ToList(context, value);
        var safe = separator.AsObject?.Html() is not null;
        for (var i = 0; i < items.Count; i++)
        {
            items[i] = path.Get(context, items[i]);
            safe |= items[i].AsObject?.Html() is not null;
        }
        var list = new PyList(items);
        var text = safe ? Escaping.Escape(separator) : PyText.Str(separator);
        var joined = Joined(context, list, AttributePath.Of(Value.None), text, safe);
        return safe ? Value.Markup(joined) : joined;
    }

    private static string Joined(
        EvaluationContext context,
        Value value,
        AttributePath path,
        string separator,
        bool escape
    )
    {
        var items = Iteration.Of(context, value);
        var into = new StringBuilder();
        for (var i = 0; items.MoveNext(out var item); i++)
        {
            item = path.Get(context, item);
            into.Append(i == 0 ? "" : separator).Append(escape ? Escaping.Escape(item) : PyText.Str(item));
            Sequences.CheckText(context, into.Length);
        }
        return into.ToString();
    }
}
