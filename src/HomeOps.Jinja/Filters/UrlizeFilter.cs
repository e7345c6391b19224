using System.Text;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>urlize(trim_url_limit=None, nofollow=False, target=None, rel=None, extra_schemes=None).</summary>
internal static class UrlizeFilter
{
    private static readonly Signature Signature = new(
        "do_urlize",
        ["trim_url_limit", "nofollow", "target", "rel", "extra_schemes"],
        [Value.None, false, Value.None, Value.None, Value.None],
        hidden: 2
    );

    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = Signature.Bind(arguments);
        var rel = Rel(context, bound[3], Truth.Of(bound[1]));
        var schemes = bound[4].IsNone
            ? []
            : Iteration.ToList(context, bound[4]).ConvertAll(s => Arguments.Text(s, "expected string, got "));
        foreach (var scheme in schemes)
        {
            if (!UrlPatterns.Scheme().IsMatch(scheme))
            {
                throw JinjaException.FilterArgument($"{StringRepr.Of(scheme)} is not a valid URI scheme prefix.");
            }
        }
        var linker = new Linker(context, bound[0], Attributes(rel, bound[2]), schemes);
        var text = linker.Link(Escaping.Escape(value));
        return context.Autoescape ? Value.Markup(text) : text;
    }

    private static string Rel(EvaluationContext context, Value rel, bool nofollow)
    {
        var parts = new SortedSet<string>(StringComparer.Ordinal) { "noopener" };
        parts.UnionWith(
            rel.AsText is { } text ? Words.Split(text)
            : Truth.Of(rel) ? [PyText.Str(Lookup.CallAttribute(context, rel, "split"))]
            : []
        );
        if (nofollow)
        {
            parts.Add("nofollow");
        }
        return string.Join(' ', parts);
    }

    private static string Attributes(string rel, Value target)
    {
        var into = new StringBuilder($" rel=\"{Escaping.Escape(rel)}\"");
        if (Truth.Of(target))
        {
            into.Append(" target=\"").Append(Escaping.Escape(target)).Append('"');
        }
        return into.ToString();
    }

    private sealed class Linker(EvaluationContext context, Value limit, string attributes, List<string> schemes)
    {
        public string Link(string text)
        {
            var into = new StringBuilder(text.Length + 64);
            for (var at = 0; at < text.Length; )
            {
                var start = at;
                var blank = UnicodeClass.IsSpace(text[at]);
                while (at < text.Length && UnicodeClass.IsSpace(text[at]) == blank)
                {
                    at++;
                }
                into.Append(blank ? text[start..at] : Word(text[start..at]));
            }
            return into.ToString();
        }

        private string Word(string word)
        {
            var headLength = HeadLength(word);
            var head = word[..headLength];
            var middle = word[headLength..];
            var cut = middle.Length - TailLength(middle);
            var tail = middle[cut..];
            middle = middle[..cut];
            foreach (var (open, close) in Brackets)
            {
                Balance(open, close, ref middle, ref tail);
            }
            return head + Anchor(middle) + tail;
        }

        private string Anchor(string text)
        {
            if (UrlPatterns.Web().IsMatch(text))
            {
                var hasScheme =
                    text.StartsWith("https://", StringComparison.Ordinal)
                    || text.StartsWith("http://", StringComparison.Ordinal);
                return $"<a href=\"{(hasScheme ? "" : "https://")}{text}\"{attributes}>{Trim(text)}</a>";
            }
            if (text.StartsWith("mailto:", StringComparison.Ordinal) && UrlPatterns.Email().IsMatch(text[7..]))
            {
                return $"<a href=\"{text}\">{text[7..]}</a>";
            }
            if (
                text.Contains('@')
                && !text.StartsWith("www.", StringComparison.Ordinal)
                && !text.Contains(':')
                && UrlPatterns.Email().IsMatch(text)
            )
            {
                return $"<a href=\"mailto:{text}\">{text}</a>";
            }
            foreach (var scheme in schemes)
            {
                if (text.Length > scheme.Length && text.StartsWith(scheme, StringComparison.Ordinal))
                {
                    text = $"<a href=\"{text}\"{attributes}>{text}</a>";
                }
            }
            return text;
        }

        private string Trim(string url) =>
            !limit.IsNone && Comparison.Evaluate(context, ComparisonOperator.Greater, CodePoints.Count(url), limit)
                ? PyText.Str(Lookup.Slice(context, url, default, limit, default)) + "..."
                : url;

        private static readonly (string Open, string Close)[] Brackets = [("(", ")"), ("<", ">"), ("&lt;", "&gt;")];

        private static int HeadLength(string word)
        {
            var at = 0;
            while (at < word.Length)
            {
                if (word[at] is '(' or '<')
                {
                    at++;
                }
                else if (string.CompareOrdinal(word, at, "&lt;", 0, 4) == 0)
                {
                    at += 4;
                }
                else
                {
                    break;
                }
            }
            return at;
        }

        private static int TailLength(string word)
        {
            var end = word.Length;
            while (end > 0)
            {
                if (word[end - 1] is ')' or '>' or '.' or ',' or '\n')
                {
                    end--;
                }
                else if (end >= 4 && string.CompareOrdinal(word, end - 4, "&gt;", 0, 4) == 0)
                {
                    end -= 4;
                }
                else
                {
                    break;
                }
            }
            return word.Length - end;
        }

        // Gives closing brackets back to a URL that opened them.
        private static void Balance(string open, string close, ref string middle, ref string tail)
        {
            var opened = Occurrences(middle, open);
            if (opened <= Occurrences(middle, close))
            {
                return;
            }
            for (var i = Math.Min(opened, Occurrences(tail, close)); i > 0; i--)
            {
                var end = tail.IndexOf(close, StringComparison.Ordinal) + close.Length;
                middle += tail[..end];
                tail = tail[end..];
            }
        }

        private static int Occurrences(string text, string part)
        {
            var count = 0;
            for (
                var at = text.IndexOf(part, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal)
            )
            {
                count++;
            }
            return count;
        }
    }
}
