using System.Globalization;
using System.Numerics;
using System.Text;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax;

/// <summary>
/// Writes a syntax tree as a template in Jinja's own delimiters. Reading that gives the same tree: parentheses stand only where
/// the tree needs them, comments and white-space control are gone, their effect on the text is kept.
/// </summary>
internal sealed class SourcePrinter
{
    private const string RawStart = "{% raw %}";
    private const string RawEnd = "{% endraw %}";

    private readonly StringBuilder source = new();

    // Neighbouring pieces of text are written as one: what opens a tag may stand across their border.
    private readonly StringBuilder text = new();

    /// <summary>What was written.</summary>
    public string Finish()
    {
        FlushText();
        return source.ToString();
    }

    /// <summary>Text between tags.</summary>
    public SourcePrinter Data(ReadOnlySpan<char> data)
    {
        text.Append(data);
        return this;
    }

    /// <summary><c>{{ value }}</c>.</summary>
    public void Variable(Expression value)
    {
        FlushText();
        source.Append("{{ ");
        Operand(value, Precedence.Conditional);
        source.Append(" }}");
    }

    /// <summary>Starts a tag, <c>{% name</c>.</summary>
    public SourcePrinter Tag(string name)
    {
        FlushText();
        source.Append("{% ").Append(name);
        return this;
    }

    /// <summary>Ends a tag.</summary>
    public void EndTag() => source.Append(" %}");

    /// <summary>A tag without arguments.</summary>
    public void Tag(string name, Body body, string end)
    {
        Tag(name).EndTag();
        body.Print(this);
        Tag(end).EndTag();
    }

    /// <summary>The rest of an open tag, its body, and the tag that ends it.</summary>
    public void Body(Body body, string end)
    {
        EndTag();
        body.Print(this);
        Tag(end).EndTag();
    }

    /// <summary>Source as it is: operators, keywords, names.</summary>
    public SourcePrinter Code(string code)
    {
        source.Append(code);
        return this;
    }

    /// <summary>An expression, in parentheses when it holds together less tightly than its place asks for.</summary>
    public SourcePrinter Operand(Expression expression, Precedence least)
    {
        StackGuard.Ensure();
        if (expression.Precedence < least)
        {
            source.Append('(');
            expression.Print(this);
            source.Append(')');
        }
        else
        {
            expression.Print(this);
        }

        return this;
    }

    /// <summary>Expressions with commas between them.</summary>
    public SourcePrinter List(IEnumerable<Expression> items)
    {
        var first = true;
        foreach (var item in items)
        {
            Separate(ref first);
            Operand(item, Precedence.Conditional);
        }

        return this;
    }

    /// <summary>The comma before every piece of a list but the first.</summary>
    public void Separate(ref bool first)
    {
        source.Append(first ? "" : ", ");
        first = false;
    }

    /// <summary>A literal.</summary>
    public void Constant(Value value)
    {
        if (value.Kind == ValueKind.Float && double.IsInfinity(value.AsDouble))
        {
            source.Append("1e999");
        }
        else if (value.IsInteger && value.AsBigInteger is var number && BigInteger.Abs(number) > long.MaxValue)
        {
            // Decimal digits are limited to 4300, others are not.
            source.Append("0x").Append(number.ToString("x", CultureInfo.InvariantCulture));
        }
        else
        {
            source.Append(Literal(value));
        }
    }

    private static string Literal(Value value) =>
        value.Kind switch
        {
            ValueKind.None => "none",
            ValueKind.Bool => value.AsBool ? "true" : "false",
            _ => PyText.Repr(value),
        };

    // Text that could be read as a tag stands in raw sections, of which none may hold the end of one.
    private void FlushText()
    {
        if (text.Length == 0)
        {
            return;
        }

        var plain = text.ToString();
        text.Clear();
        if (!plain.AsSpan(0, plain.Length - 1).ContainsAny("{") && !plain.EndsWith('{'))
        {
            source.Append(plain);
            return;
        }

        source
            .Append(RawStart)
            .Append(plain.Replace("{%", "{" + RawEnd + RawStart + "%", StringComparison.Ordinal))
            .Append(RawEnd);
    }
}
