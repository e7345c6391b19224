namespace HomeOps.Helm.Templates;

/// <summary>Cuts a template into texts and actions; <c>{{- </c> and <c> -}}</c> take the white space beside them away (text/template).</summary>
internal static class TemplateParts
{
    private static readonly char[] Space = [' ', '\t', '\r', '\n'];

    /// <summary>The parts in order, each a <see cref="string"/> or a <see cref="TemplateAction"/>. Comments are left out.</summary>
    /// <exception cref="TemplateException">An action is not closed.</exception>
    public static List<object> Split(string template, string opening = "{{", string closing = "}}")
    {
        var parts = new List<object>();
        var at = 0;
        var trimsLeft = false;
        while (true)
        {
            var open = template.IndexOf(opening, at, StringComparison.Ordinal);
            var text = open < 0 ? template[at..] : template[at..open];
            text = trimsLeft ? text.TrimStart(Space) : text;
            if (open < 0)
            {
                Add(parts, text);
                return parts;
            }

            var inner = open + opening.Length;
            if (inner + 1 < template.Length && template[inner] == '-' && Space.Contains(template[inner + 1]))
            {
                text = text.TrimEnd(Space);
                inner++;
            }

            Add(parts, text);
            var close = Close(template, inner, closing);
            if (close < 0)
            {
                var rest = template[inner..].Split('\n')[0].Trim();
                throw new TemplateException($"it is not closed by '{closing}'")
                {
                    Action = new TemplateAction(rest, open),
                };
            }

            var end = close;
            trimsLeft = end - 2 >= inner && template[end - 1] == '-' && Space.Contains(template[end - 2]);
            var action = template[inner..(trimsLeft ? end - 1 : end)].Trim(Space);
            if (!action.StartsWith("/*", StringComparison.Ordinal))
            {
                parts.Add(new TemplateAction(action, open));
            }

            at = close + closing.Length;
        }
    }

    private static void Add(List<object> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(text);
        }
    }

    // Braces in a quoted text or a comment close nothing.
    private static int Close(string template, int from, string closing)
    {
        if (template.AsSpan(from).TrimStart(Space).StartsWith("/*"))
        {
            var end = template.IndexOf("*/", from, StringComparison.Ordinal);
            return end < 0 ? -1 : template.IndexOf(closing, end, StringComparison.Ordinal);
        }

        for (var i = from; i < template.Length; i++)
        {
            if (string.CompareOrdinal(template, i, closing, 0, closing.Length) == 0)
            {
                return i;
            }

            switch (template[i])
            {
                case '"':
                    for (i++; i < template.Length && template[i] is not ('"' or '\n'); i++)
                    {
                        i += template[i] == '\\' ? 1 : 0;
                    }

                    break;
                case '`':
                    for (i++; i < template.Length && template[i] != '`'; i++) { }

                    break;
            }
        }

        return -1;
    }
}
