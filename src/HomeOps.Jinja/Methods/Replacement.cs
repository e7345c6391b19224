using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.replace.</summary>
internal static class Replacement
{
    /// <param name="context">For the limit of the result.</param>
    /// <param name="text">The text.</param>
    /// <param name="old">What to replace; "" stands before every character and at the end.</param>
    /// <param name="with">What to put there.</param>
    /// <param name="times">How often at most, negative for all.</param>
    public static string Of(EvaluationContext context, string text, string old, string with, long times)
    {
        if (old.Length == 0)
        {
            return Interleave(context, text, with, times);
        }
        var at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0 || times == 0)
        {
            return text;
        }
        var into = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0 && times != 0; times--)
        {
            into.Append(text, from, at - from).Append(with);
            Sequences.CheckText(context, into.Length);
            from = at + old.Length;
            at = text.IndexOf(old, from, StringComparison.Ordinal);
        }
        return into.Append(text, from, text.Length - from).ToString();
    }

    private static string Interleave(EvaluationContext context, string text, string with, long times)
    {
        var into = new StringBuilder(text.Length * 2);
        var at = 0;
        for (; times != 0; times--)
        {
            into.Append(with);
            Sequences.CheckText(context, into.Length);
            if (at == text.Length)
            {
                return into.ToString();
            }
            var width = CodePoints.Width(text, at);
            into.Append(text, at, width);
            at += width;
        }
        return into.Append(text, at, text.Length - at).ToString();
    }
}
