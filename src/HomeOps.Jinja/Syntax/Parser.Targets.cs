using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax;

/// <summary>What can be assigned to: names, tuples of them, attributes of namespaces.</summary>
internal sealed partial class Parser
{
    // How often a for or set target was the name "loop" so far.
    private int loopTargets;

    private Target ParseTarget(bool withNamespace = false)
    {
        // A target is read as an expression first; its names are not reads.
        var before = mentions.Save();
        var expression = ParseTuple(primary: withNamespace ? ParseNamespaceTarget : ParsePrimary);
        mentions.Restore(before);
        return Assignable(expression)
            ?? throw TokenStream.Error($"can't assign to {StringRepr.Of(NodeName(expression))}", expression.Span);
    }

    private NameTarget ParseNameTarget()
    {
        var token = stream.Expect(TokenKind.Name);
        var name = token.Text ?? "";
        if (name is "true" or "false" or "none" or "True" or "False" or "None")
        {
            throw TokenStream.Error("can't assign to 'name'", token.Span);
        }

        mentions.Assign(name);
        return new NameTarget(token.Span, name);
    }

    private Expression ParseNamespaceTarget()
    {
        if (stream.Current.Kind != TokenKind.Name || stream.Look().Kind != TokenKind.Dot)
        {
            return ParsePrimary();
        }

        var name = stream.Next();
        stream.Next();
        var attribute = stream.Expect(TokenKind.Name);
        return new NamespaceReference(From(name.Start), name.Text ?? "", attribute.Text ?? "");
    }

    private Target? Assignable(Expression expression)
    {
        switch (expression)
        {
            case NameExpression name:
                mentions.Assign(name.Name);
                loopTargets += name.Name is "loop" ? 1 : 0;
                return new NameTarget(name.Span, name.Name);
            case NamespaceReference reference:
                return new NamespaceTarget(reference.Span, reference.Name, reference.Attribute);
            case TupleExpression tuple:
                var items = tuple.Items.Select(Assignable).OfType<Target>().ToArray();
                return items.Length == tuple.Items.Length ? new TupleTarget(tuple.Span, items) : null;
            default:
                return null;
        }
    }

    // The class names of jinja2.nodes, which the message prints.
    private static string NodeName(Expression expression) =>
        expression switch
        {
            ConstantExpression => "const",
            TupleExpression => "tuple",
            ListExpression => "list",
            DictExpression => "dict",
            AttributeExpression => "getattr",
            ItemExpression or SliceExpression => "getitem",
            CallExpression => "call",
            FilterExpression => "filter",
            TestExpression => "test",
            ConditionalExpression => "condexpr",
            CompareExpression => "compare",
            ConcatExpression => "concat",
            NotExpression => "not",
            AndExpression => "and",
            OrExpression => "or",
            ArithmeticExpression arithmetic => arithmetic.NodeName,
            SignExpression sign => sign.IsNegative ? "neg" : "pos",
            _ => "expr",
        };
}
