namespace HomeOps.Helm.Templates;

/// <summary>Parses the actions of a template: values, variables, <c>if</c>, <c>with</c> and <c>range</c>.</summary>
internal sealed class TemplateParser(List<object> parts)
{
    private int at;

    /// <summary>The whole template.</summary>
    /// <exception cref="TemplateException">It is malformed, or asks for something that is not supported.</exception>
    public IReadOnlyList<TemplateNode> Parse()
    {
        var nodes = Block(out var ended);
        return ended is null ? nodes : throw new TemplateException("there is nothing it belongs to") { Action = ended };
    }

    // Nodes up to an 'end' or 'else' that is handed out, or to the end.
    private List<TemplateNode> Block(out TemplateAction? ended)
    {
        var nodes = new List<TemplateNode>();
        while (at < parts.Count)
        {
            if (parts[at++] is not TemplateAction action)
            {
                nodes.Add(new TextNode((string)parts[at - 1]));
                continue;
            }

            switch (Word(action.Text))
            {
                case "end" or "else":
                    ended = action;
                    return nodes;
                case "if" or "with" or "range":
                    nodes.Add(Opened(action, action.Text));
                    break;
                case "define" or "template" or "block" or "break" or "continue":
                    throw new TemplateException($"'{Word(action.Text)}' is not supported") { Action = action };
                default:
                    nodes.Add(Value(action));
                    break;
            }
        }

        ended = null;
        return nodes;
    }

    private BlockNode Opened(TemplateAction action, string text)
    {
        var word = Word(text);
        var reader = new ExpressionReader(action, text[word.Length..]);
        var variables = reader.Declared(word == "range" ? 2 : 1, out _);
        var value = reader.Pipeline();
        var body = Block(out var ended);
        IReadOnlyList<TemplateNode> otherwise = [];
        if (ended is not null && Word(ended.Text) == "else")
        {
            var rest = ended.Text[4..].Trim();
            otherwise = rest.Length > 0 ? [Opened(ended, rest)] : Block(out ended);
            ended = rest.Length > 0 ? action : ended;
        }

        return ended is null
            ? throw new TemplateException("it has no 'end'") { Action = action }
            : new BlockNode(action, word, variables, value, body, otherwise);
    }

    private static ValueNode Value(TemplateAction action)
    {
        var reader = new ExpressionReader(action, action.Text);
        var variables = reader.Declared(1, out var isNew);
        return new ValueNode(action, variables.Count == 0 ? "" : variables[0], isNew, reader.Pipeline());
    }

    private static string Word(string text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }

        return text[..length];
    }
}
