namespace HomeOps.Helm.Templates;

/// <summary>Parses the actions of a template: values, variables, blocks, and templates defined in it.</summary>
internal sealed class TemplateParser(List<object> parts)
{
    private const int MaxDepth = 200;

    private readonly Dictionary<string, IReadOnlyList<TemplateNode>> defined = new(StringComparer.Ordinal);
    private int at;
    private int depth;
    private int ranges;

    /// <summary>The templates that <c>define</c> and <c>block</c> name, once parsed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TemplateNode>> Defined => defined;

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
                case "define":
                    Define(action);
                    break;
                case "block":
                    nodes.Add(Define(action));
                    break;
                case "template":
                    nodes.Add(Named(action, new ExpressionReader(action, action.Text["template".Length..])));
                    break;
                case "break" or "continue" when action.Text is "break" or "continue":
                    nodes.Add(
                        ranges > 0
                            ? new JumpNode(action.Text == "break")
                            : throw Wrong(action, $"'{action.Text}' stands outside of 'range'")
                    );
                    break;
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
        if (++depth > MaxDepth)
        {
            throw Wrong(action, "blocks are nested too deeply");
        }

        var word = Word(text);
        var reader = new ExpressionReader(action, text[word.Length..]);
        var variables = reader.Declared(word == "range" ? 2 : 1, out _);
        var value = reader.Pipeline();
        ranges += word == "range" ? 1 : 0;
        var body = Block(out var ended);
        ranges -= word == "range" ? 1 : 0;
        IReadOnlyList<TemplateNode> otherwise = [];
        if (ended is not null && Word(ended.Text) == "else")
        {
            var rest = ended.Text[4..].Trim();
            otherwise = rest.Length > 0 ? [Opened(ended, rest)] : Block(out ended);
            ended = rest.Length > 0 ? action : ended;
        }

        depth--;
        return ended is null
            ? throw Wrong(action, "it has no 'end'")
            : new BlockNode(action, word, variables, value, body, otherwise);
    }

    // define "name" … end; block "name" value … end also calls it.
    private NamedNode Define(TemplateAction action)
    {
        if (++depth > MaxDepth)
        {
            throw Wrong(action, "blocks are nested too deeply");
        }

        var word = Word(action.Text);
        var reader = new ExpressionReader(action, action.Text[word.Length..]);
        var named = Named(action, reader);
        var outside = ranges;
        ranges = 0;
        defined[named.Name] = Block(out var ended);
        ranges = outside;
        depth--;
        return ended is not null && Word(ended.Text) == "end" ? named : throw Wrong(action, "it has no 'end'");
    }

    private static NamedNode Named(TemplateAction action, ExpressionReader reader) =>
        new(action, reader.Text(), reader.IsAtEnd ? null : reader.Pipeline());

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

    private static TemplateException Wrong(TemplateAction action, string reason) => new(reason) { Action = action };
}
