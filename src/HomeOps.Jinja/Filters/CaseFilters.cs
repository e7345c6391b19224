using System.Text;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>upper, lower, capitalize, title.</summary>
internal static class CaseFilters
{
    private static readonly Signature UpperSignature = new("do_upper", [], [], hidden: 1);
    private static readonly Signature LowerSignature = new("do_lower", [], [], hidden: 1);
    private static readonly Signature CapitalizeSignature = new("do_capitalize", [], [], hidden: 1);
    private static readonly Signature TitleSignature = new("do_title", [], [], hidden: 1);

    public static Value Upper(EvaluationContext context, Value value, CallArguments arguments)
    {
        UpperSignature.Bind(arguments);
        return StringMethods.Like(value, UnicodeCase.Upper(PyText.Str(value)));
    }

    public static Value Lower(EvaluationContext context, Value value, CallArguments arguments)
    {
        LowerSignature.Bind(arguments);
        return StringMethods.Like(value, UnicodeCase.Lower(PyText.Str(value)));
    }

    public static Value Capitalize(EvaluationContext context, Value value, CallArguments arguments)
    {
        CapitalizeSignature.Bind(arguments);
        return StringMethods.Like(value, UnicodeCase.Capitalize(PyText.Str(value)));
    }

    /// <summary>Words start after whitespace, <c>-</c> and opening brackets only, where str.title starts them after any non-letter.</summary>
    public static Value Title(EvaluationContext context, Value value, CallArguments arguments)
    {
        TitleSignature.Bind(arguments);
        var text = PyText.Str(value);
        var into = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            var separators = IsSeparator(text[at]);
            while (at < text.Length && IsSeparator(text[at]) == separators)
            {
                at++;
            }
            var first = start + CodePoints.Width(text, start);
            into.Append(UnicodeCase.Upper(text[start..first])).Append(UnicodeCase.Lower(text[first..at]));
        }
        return into.ToString();
    }

    private static bool IsSeparator(char c) => c is '-' or '(' or '{' or '[' or '<' || UnicodeClass.IsSpace(c);
}
