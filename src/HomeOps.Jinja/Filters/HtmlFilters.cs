using System.Buffers;
using System.Text;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>escape, forceescape, safe, striptags, xmlattr.</summary>
internal static class HtmlFilters
{
    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create(" \t\n\r\f\v/>=");
    private static readonly Signature EscapeSignature = new("escape", [], [], hidden: 1);
    private static readonly Signature ForceEscapeSignature = new("do_forceescape", [], [], hidden: 1);
    private static readonly Signature SafeSignature = new("do_mark_safe", [], [], hidden: 1);
    private static readonly Signature StripTagsSignature = new("do_striptags", [], [], hidden: 1);
    private static readonly Signature XmlAttrSignature = new("do_xmlattr", ["autospace"], [true], hidden: 2);

    public static Value Escape(EvaluationContext context, Value value, CallArguments arguments)
    {
        EscapeSignature.Bind(arguments);
        return value.Kind == ValueKind.Markup ? value : Value.Markup(Escaping.Escape(value));
    }

    public static Value ForceEscape(EvaluationContext context, Value value, CallArguments arguments)
    {
        ForceEscapeSignature.Bind(arguments);
        return Value.Markup(Escaping.Escape(value.AsObject?.Html() ?? PyText.Str(value)));
    }

    public static Value Safe(EvaluationContext context, Value value, CallArguments arguments)
    {
        SafeSignature.Bind(arguments);
        return value.Kind == ValueKind.Markup ? value : Value.Markup(value.AsObject?.Html() ?? PyText.Str(value));
    }

    public static Value StripTags(EvaluationContext context, Value value, CallArguments arguments)
    {
        StripTagsSignature.Bind(arguments);
        return HtmlText.StripTags(value.AsObject?.Html() ?? PyText.Str(value));
    }

    public static Value XmlAttr(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = XmlAttrSignature.Bind(arguments);
        var items = Iteration.Of(context, Lookup.CallAttribute(context, value, "items"));
        var into = new StringBuilder();
        while (items.MoveNext(out var item))
        {
            if (item.As<PyTuple>()?.Items is not [var key, var attribute] || attribute.IsNone || attribute.IsUndefined)
            {
                continue;
            }
            var name =
                key.AsText
                ?? throw JinjaException.Type($"expected string or bytes-like object, got '{TypeNames.Of(key)}'");
            if (name.AsSpan().ContainsAny(ForbiddenInNames))
            {
                throw JinjaException.Value($"Invalid character in attribute name: {PyText.Repr(key)}");
            }
            into.Append(into.Length == 0 ? "" : " ")
                .Append(Escaping.Escape(key))
                .Append("=\"")
                .Append(Escaping.Escape(attribute))
                .Append('"');
        }
        if (Truth.Of(bound[0]) && into.Length > 0)
        {
            into.Insert(0, ' ');
        }
        return context.Autoescape ? Value.Markup(into.ToString()) : into.ToString();
    }
}
