using System.Text;
using HomeOps.Text;

namespace HomeOps.Helm.Templates;

/// <summary>Renders a parsed template.</summary>
internal sealed class TemplateRenderer(
    object? root,
    TemplateOptions options,
    IReadOnlyDictionary<string, object?> values,
    IReadOnlyDictionary<string, IReadOnlyList<TemplateNode>> defined
)
{
    // Blocks and named templates within each other, which the stack carries.
    private const int MaxDepth = 400;

    private readonly TemplateBudget budget = options.Budget ?? TemplateBudget.OfOne();
    private readonly StringBuilder output = new();
    private List<(string Name, object? Value)> variables = [("$", root)];
    private object? dot = root;
    private int depth;

    // What a list of nodes ended with.
    private enum Ended
    {
        Normally,
        ByBreak,
        ByContinue,
    }

    /// <summary>The text.</summary>
    /// <exception cref="TemplateException">An expression has no value.</exception>
    public string Render(IReadOnlyList<TemplateNode> nodes)
    {
        Write(nodes);
        return output.ToString();
    }

    private Ended Write(IReadOnlyList<TemplateNode> nodes)
    {
        if (++depth > MaxDepth)
        {
            throw new TemplateException("templates are nested too deeply");
        }

        var known = variables.Count;
        var ended = Ended.Normally;
        for (var i = 0; i < nodes.Count && ended == Ended.Normally; i++)
        {
            ended = Write(nodes[i]);
        }

        variables.RemoveRange(known, variables.Count - known);
        depth--;
        return ended;
    }

    private Ended Write(TemplateNode node)
    {
        switch (node)
        {
            case TextNode text:
                Append(text.Text);
                return Ended.Normally;
            case ValueNode value:
                Within(value.Action, () => Write(value));
                return Ended.Normally;
            case NamedNode named:
                Within(named.Action, () => Write(named));
                return Ended.Normally;
            case JumpNode jump:
                return jump.IsBreak ? Ended.ByBreak : Ended.ByContinue;
            default:
                return Write((BlockNode)node);
        }
    }

    private void Append(string text)
    {
        budget.Write(text.Length);
        output.Append(text);
    }

    private void Write(ValueNode node)
    {
        var value = Evaluate(node.Value);
        if (node.Variable.Length == 0)
        {
            Append(TemplateValues.Text(value));
        }
        else if (node.IsNew)
        {
            variables.Add((node.Variable, value));
        }
        else
        {
            variables[Place(node.Variable)] = (node.Variable, value);
        }
    }

    // A named template sees its own value only, as '.' and as '$'.
    private void Write(NamedNode node)
    {
        if (!defined.TryGetValue(node.Name, out var body))
        {
            throw new TemplateException($"there is no template '{node.Name}'");
        }

        var value = node.Value is null ? null : Evaluate(node.Value);
        var (outer, before) = (variables, dot);
        (variables, dot) = ([("$", value)], value);
        Write(body);
        (variables, dot) = (outer, before);
    }

    private Ended Write(BlockNode block)
    {
        object? value = null;
        Within(block.Action, () => value = Evaluate(block.Value));
        var (known, before) = (variables.Count, dot);
        var ended = Ended.Normally;
        if (block.Word == "range")
        {
            List<(object? Key, object? Value)> items = [];
            Within(block.Action, () => items = TemplateValues.Items(value));
            foreach (var (key, item) in items)
            {
                Within(block.Action, () => budget.Step());
                if (block.Variables.Count > 0)
                {
                    variables.Add((block.Variables[^1], item));
                    variables.Add((block.Variables.Count > 1 ? block.Variables[0] : "", key));
                }

                dot = item;
                var round = Write(block.Body);
                variables.RemoveRange(known, variables.Count - known);
                if (round == Ended.ByBreak)
                {
                    break;
                }
            }

            dot = before;
            if (items.Count > 0)
            {
                return Ended.Normally;
            }
        }
        else if (TemplateValues.IsTrue(value))
        {
            if (block.Variables.Count > 0)
            {
                variables.Add((block.Variables[0], value));
            }

            dot = block.Word == "with" ? value : dot;
            ended = Write(block.Body);
            variables.RemoveRange(known, variables.Count - known);
            dot = before;
            return ended;
        }

        return Write(block.Else);
    }

    private object? Evaluate(Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return literal.Value;
            case VariableExpression { Name: "." }:
                return dot;
            case VariableExpression variable:
                return variables[Place(variable.Name)].Value;
            case FieldExpression field:
                return Field(Evaluate(field.Target), field.Name);
            case CallExpression { Function: "and" or "or" } call when call.Arguments.Count > 0:
                object? last = null;
                foreach (var argument in call.Arguments)
                {
                    last = Evaluate(argument);
                    if (TemplateValues.IsTrue(last) == (call.Function == "or"))
                    {
                        break;
                    }
                }

                return last;
            default:
                var (function, arguments) = (CallExpression)expression;
                return values.TryGetValue(function, out var value) && arguments.Count == 0
                    ? value
                    : Call(function, arguments);
        }
    }

    // Long texts and lists cost more: a loop may go through them each time.
    private object? Call(string function, IReadOnlyList<Expression> expressions)
    {
        var arguments = new object?[expressions.Count];
        var cost = 1L;
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Evaluate(expressions[i]);
            cost += Cost(arguments[i]);
        }

        budget.Step(cost);
        var result = TemplateFunctions.Call(function, arguments, options);
        budget.Step(Cost(result));
        return result;
    }

    private static long Cost(object? value) =>
        value switch
        {
            string text => text.Length >> 8,
            IReadOnlyList<object?> list => list.Count >> 3,
            IReadOnlyDictionary<string, object?> map => map.Count >> 3,
            _ => 0,
        };

    private object? Field(object? target, string name)
    {
        switch (target)
        {
            case ITemplateFields fields when fields.TryGet(name, out var value):
                return value;
            case ITemplateFields fields:
                throw NoField(name, fields.Names);
            case IReadOnlyDictionary<string, object?> map:
                return map.TryGetValue(name, out var found) ? found
                    : options.IsStrict ? throw NoField(name, map.Keys)
                    : null;
            case null:
                throw new TemplateException($"what '{name}' is to be taken of is not set");
            default:
                throw new TemplateException($"a value without fields has no '{name}'");
        }
    }

    private static TemplateException NoField(string name, IEnumerable<string> names)
    {
        var meant = Spelling.Nearest(name, names);
        return new TemplateException(
            $"there is no field '{name}'{(meant is null ? "" : $"; did you mean '{meant}'?")}"
        );
    }

    private int Place(string name) =>
        variables.FindLastIndex(v => v.Name == name) is >= 0 and var at
            ? at
            : throw new TemplateException($"there is no variable '{name}'");

    private static void Within(TemplateAction action, Action work)
    {
        try
        {
            work();
        }
        catch (TemplateException e) when (e.Action is null)
        {
            throw new TemplateException(e.Message) { Action = action };
        }
    }
}
