using System.Text;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>indent(width=4, first=False, blank=False).</summary>
internal static class IndentFilter
{
    private static readonly Signature Signature = new(
        "do_indent",
        ["width", "first", "blank"],
        [4, false, false],
        hidden: 1
    );

    /// <summary>Empty lines stay empty unless blank; the first line stays unless first. A last line end survives.</summary>
    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = Signature.Bind(arguments);
        var indention = bound[0].AsText ?? Arithmetic.Multiply(context, " ", bound[0]).AsText ?? "";
        var text =
            value.AsText
            ?? throw (
                value.Kind switch
                {
                    ValueKind.List => JinjaException.Attribute("'list' object has no attribute 'splitlines'"),
                    ValueKind.Tuple => JinjaException.Type("can only concatenate tuple (not \"str\") to tuple"),
                    _ => Arithmetic.Unsupported("+=", value, "\n"),
                }
            );
        var blank = Truth.Of(bound[2]);

        // The added line end makes splitlines keep an empty last line.
        var lines = SplitMethods.Lines(text + "\n");
        var into = new StringBuilder(text.Length + (lines.Count * indention.Length));
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                into.Append('\n');
                into.Append(blank || lines[i].Length > 0 ? indention : "");
            }
            else if (Truth.Of(bound[1]))
            {
                into.Append(indention);
            }
            into.Append(lines[i]);
            Sequences.CheckText(context, into.Length);
        }
        return StringMethods.Like(value, into.ToString());
    }
}
