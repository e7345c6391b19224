using System.Text;
using HomeOps.Text;

namespace HomeOps.Helm.Templates;

/// <summary>Renders a parsed template.</summary>
internal sealed class TemplateRenderer(object? root)
{
    // A template is a few lines; this bounds what nested ranges can make of it.
    private const int MaxLength = 1 << 20;
    private const int MaxRounds = 1_000_000;

    private readonly StringBuilder output = new();
    private readonly List<(string Name, object? Value)> variables = [("$", root)];
    private object? dot = root;
    private int rounds;

    /// <summary>The text.</summary>
    /// <exception cref="TemplateException">An expression has no value.</exception>
    public string Render(IReadOnlyList<TemplateNode> nodes)
    {
        Write(nodes);
        return output.ToString();
    }

    private void Write(IReadOnlyList<TemplateNode> nodes)
    {
        var known = variables.Count;
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TextNode text:
                    output.Append(text.Text);
                    break;
                case ValueNode value:
                    Within(value.Action, () => Write(value));
                    break;
                case BlockNode block:
                    Write(block);
                    break;
            }
        }

        variables.RemoveRange(known, variables.Count - known);
    }

    private void Write(ValueNode node)
    {
        var value = Evaluate(node.Value);
        if (node.Variable.Length == 0)
        {
            output.Append(TemplateValues.Text(value));
            if (output.Length > MaxLength)
            {
                throw new TemplateException("the result is longer than 1 MiB");
            }
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

    private void Write(BlockNode block)
    {
        object? value = null;
        Within(block.Action, () => value = Evaluate(block.Value));
        var (known, before) = (variables.Count, dot);
        if (block.Word == "range")
        {
            List<(object? Key, object? Value)> items = [];
            Within(block.Action, () => items = TemplateValues.Items(value));
            foreach (var (key, item) in items)
            {
                if (++rounds > MaxRounds)
                {
                    throw new TemplateException("it goes round more than a million times") { Action = block.Action };
                }

                if (block.Variables.Count > 0)
                {
                    variables.Add((block.Variables[^1], item));
                    variables.Add((block.Variables.Count > 1 ? block.Variables[0] : "", key));
                }

                dot = item;
                Write(block.Body);
                variables.RemoveRange(known, variables.Count - known);
            }

            dot = before;
            if (items.Count > 0)
            {
                return;
            }
        }
        else if (TemplateValues.IsTrue(value))
        {
            if (block.Variables.Count > 0)
            {
                variables.Add((block.Variables[0], value));
            }

            dot = block.Word == "with" ? value : dot;
            Write(block.Body);
            variables.RemoveRange(known, variables.Count - known);
            dot = before;
            return;
        }

        Write(block.Else);
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
                return TemplateFunctions.Call(function, [.. arguments.Select(Evaluate)]);
        }
    }

    private static object? Field(object? target, string name)
    {
        switch (target)
        {
            case ITemplateFields fields when fields.TryGet(name, out var value):
                return value;
            case ITemplateFields fields:
                var meant = Spelling.Nearest(name, fields.Names);
                throw new TemplateException(
                    $"there is no field '{name}'{(meant is null ? "" : $"; did you mean '{meant}'?")}"
                );
            case IReadOnlyDictionary<string, object?> map:
                return map.GetValueOrDefault(name);
            case null:
                throw new TemplateException($"what '{name}' is to be taken of is not set");
            default:
                throw new TemplateException($"a value without fields has no '{name}'");
        }
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
