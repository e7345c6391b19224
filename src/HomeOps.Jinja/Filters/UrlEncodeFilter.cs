using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>urlencode: a text as path, a mapping or pairs as query string.</summary>
internal static class UrlEncodeFilter
{
    private static readonly Signature Signature = new("do_urlencode", [], [], hidden: 1);

    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments)
    {
        Signature.Bind(arguments);
        var into = new StringBuilder();
        if (value.IsText || Iteration.Try(context, value) is not { } items)
        {
            Append(into, value, inQuery: false);
            return into.ToString();
        }
        if (value.Kind == ValueKind.Dict)
        {
            items = Iteration.Of(context, Lookup.CallAttribute(context, value, "items"));
        }
        for (var i = 0; items.MoveNext(out var item); i++)
        {
            var (key, text) = Pair(context, item);
            into.Append(i == 0 ? "" : "&");
            Append(into, key, inQuery: true);
            into.Append('=');
            Append(into, text, inQuery: true);
        }
        return into.ToString();
    }

    private static (Value, Value) Pair(EvaluationContext context, Value item)
    {
        if (Iteration.Try(context, item) is null)
        {
            throw JinjaException.Type($"cannot unpack non-iterable {TypeNames.Of(item)} object");
        }
        var pair = Iteration.ToList(context, item);
        return pair.Count == 2 ? (pair[0], pair[1])
            : pair.Count > 2 ? throw JinjaException.Value("too many values to unpack (expected 2)")
            : throw JinjaException.Value($"not enough values to unpack (expected 2, got {pair.Count})");
    }

    private static void Append(StringBuilder into, Value value, bool inQuery)
    {
        var bytes = value.As<PyBytes>()?.Content ?? Encoding.UTF8.GetBytes(PyText.Str(value));
        foreach (var b in bytes)
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~' || (c == '/' && !inQuery))
            {
                into.Append(c);
            }
            else if (c == ' ' && inQuery)
            {
                into.Append('+');
            }
            else
            {
                into.Append($"%{b:X2}");
            }
        }
    }
}
