using HomeOps.Jinja.Formatting;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.format and str.format_map.</summary>
internal static class FormatMethods
{
    public static Value Format(EvaluationContext context, Value self, CallArguments arguments)
    {
        var formatter = new StringFormat(
            context,
            arguments.Positional.ToArray(),
            name => arguments.Keyword(name) is { IsMissing: false } value ? value : throw JinjaException.Key(name),
            self.Kind == ValueKind.Markup
        );
        return StringMethods.Like(self, formatter.Apply(self.AsText ?? ""));
    }

    public static Value FormatMap(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "format_map", 1, 1);
        var mapping = arguments.At(0);
        var formatter = new StringFormat(
            context,
            null,
            name => Lookup.Subscript(context, mapping, name),
            self.Kind == ValueKind.Markup
        );
        return StringMethods.Like(self, formatter.Apply(self.AsText ?? ""));
    }
}
