using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>The arguments of a call, filter or test: <c>(a, k=b, *more, **moreKeywords)</c>.</summary>
internal sealed class ArgumentList(
    Expression[] positional,
    KeywordArgument[] keywords,
    Expression? more,
    Expression? moreKeywords
)
{
    private readonly string[]? names = keywords.Length == 0 ? null : [.. keywords.Select(static k => k.Name)];
    private CallArguments? constant;

    /// <summary>Whether all of them are constant.</summary>
    public Constancy Constancy { get; } = Constancies.Of(positional, keywords).With(Constancies.Of(more, moreKeywords));

    public static ArgumentList Empty { get; } = new([], [], null, null);

    public void Declare(Scope scope)
    {
        positional.Declare(scope);
        foreach (var keyword in keywords)
        {
            keyword.Value.Declare(scope);
        }

        more?.Declare(scope);
        moreKeywords?.Declare(scope);
    }

    public void Bind(Binding binding)
    {
        RefuseTwins();
        positional.Bind(binding);
        foreach (var keyword in keywords)
        {
            keyword.Value.Bind(binding);
        }

        more?.Bind(binding);
        moreKeywords?.Bind(binding);
        constant = ConstantArguments();
    }

    public CallArguments Evaluate(Frame frame)
    {
        if (constant is { } always)
        {
            return always;
        }

        if (more is not null || moreKeywords is not null)
        {
            return EvaluateOpen(frame, default);
        }

        var values = new Value[positional.Length + keywords.Length];
        for (var i = 0; i < positional.Length; i++)
        {
            values[i] = positional[i].Evaluate(frame);
        }

        for (var i = 0; i < keywords.Length; i++)
        {
            values[positional.Length + i] = keywords[i].Value.Evaluate(frame);
        }

        return new CallArguments(values, names);
    }

    /// <summary>The arguments with the keyword <c>caller</c> added, for call blocks.</summary>
    public CallArguments EvaluateWithCaller(Frame frame, Value caller) => EvaluateOpen(frame, caller);

    // Jinja2 leaves this to Python's compiler: every mistake of the grammar is found before it.
    private void RefuseTwins()
    {
        for (var i = 1; i < keywords.Length; i++)
        {
            if (Array.IndexOf(names ?? [], keywords[i].Name) < i)
            {
                throw TokenStream.Error(
                    $"keyword argument repeated: {keywords[i].Name}",
                    keywords[i].NameSpan,
                    JinjaErrorKind.PythonSyntax
                );
            }
        }
    }

    private CallArguments? ConstantArguments()
    {
        if (
            more is not null
            || moreKeywords is not null
            || !Array.TrueForAll(positional, static p => p is ConstantExpression)
            || !Array.TrueForAll(keywords, static k => k.Value is ConstantExpression)
        )
        {
            return null;
        }

        var values = new Value[positional.Length + keywords.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var expression = i < positional.Length ? positional[i] : keywords[i - positional.Length].Value;
            values[i] = ((ConstantExpression)expression).Value;
        }

        return new CallArguments(values, names);
    }

    private CallArguments EvaluateOpen(Frame frame, Value caller)
    {
        var values = new List<Value>();
        foreach (var expression in positional)
        {
            values.Add(expression.Evaluate(frame));
        }

        if (more is not null)
        {
            AddMore(frame.Context, more.Evaluate(frame), values);
        }

        var allNames = new List<string>(names ?? []);
        foreach (var keyword in keywords)
        {
            values.Add(keyword.Value.Evaluate(frame));
        }

        if (!caller.IsMissing)
        {
            AddKeyword("caller", caller, allNames, values);
        }

        if (moreKeywords is not null)
        {
            AddMoreKeywords(moreKeywords.Evaluate(frame), allNames, values);
        }

        return new CallArguments([.. values], [.. allNames]);
    }

    private static void AddMore(EvaluationContext context, Value more, List<Value> values)
    {
        if (Iteration.Try(context, more) is null)
        {
            throw JinjaException.Type(
                $"jinja2.runtime.Context.call() argument after * must be an iterable, not {TypeNames.Of(more)}"
            );
        }

        values.AddRange(Iteration.ToList(context, more));
    }

    private static void AddMoreKeywords(Value more, List<string> names, List<Value> values)
    {
        PyUndefined.Refuse(more.As<PyUndefined>());
        if (more.As<PyDict>() is not { } dict)
        {
            throw JinjaException.Type(
                $"jinja2.runtime.Context.call() argument after ** must be a mapping, not {TypeNames.Of(more)}"
            );
        }

        foreach (var (key, value) in dict.Entries)
        {
            AddKeyword(key.AsText ?? throw JinjaException.Type("keywords must be strings"), value, names, values);
        }
    }

    private static void AddKeyword(string name, Value value, List<string> names, List<Value> values)
    {
        if (names.Contains(name, StringComparer.Ordinal))
        {
            throw JinjaException.Type(
                $"jinja2.runtime.Context.call() got multiple values for keyword argument {StringRepr.Of(name)}"
            );
        }

        names.Add(name);
        values.Add(value);
    }

    /// <summary>Whether the first argument starts with a variable called <c>not</c>, which only a test without parentheses can name.</summary>
    public bool StartsWithNot
    {
        get
        {
            if (positional.Length == 0)
            {
                return false;
            }

            var first = new SourcePrinter();
            PrintFirst(first);
            return first.Finish() is "not" or ['n', 'o', 't', '.' or '[' or '(', ..];
        }
    }

    public void PrintFirst(SourcePrinter printer) => printer.Operand(positional[0], Precedence.Postfix);

    /// <summary>Writes the arguments, unless there are none.</summary>
    public void PrintUnlessEmpty(SourcePrinter printer)
    {
        if (positional.Length + keywords.Length > 0 || more is not null || moreKeywords is not null)
        {
            Print(printer);
        }
    }

    public void Print(SourcePrinter printer)
    {
        var first = true;
        printer.Code("(");
        foreach (var value in positional)
        {
            printer.Separate(ref first);
            printer.Operand(value, Precedence.Conditional);
        }

        foreach (var keyword in keywords)
        {
            printer.Separate(ref first);
            printer.Code(keyword.Name).Code("=").Operand(keyword.Value, Precedence.Conditional);
        }

        PrintOpen("*", more, printer, ref first);
        PrintOpen("**", moreKeywords, printer, ref first);
        printer.Code(")");
    }

    private static void PrintOpen(string sign, Expression? value, SourcePrinter printer, ref bool first)
    {
        if (value is not null)
        {
            printer.Separate(ref first);
            printer.Code(sign).Operand(value, Precedence.Conditional);
        }
    }
}

/// <summary><c>name=value</c> in a call.</summary>
internal sealed record KeywordArgument(string Name, Expression Value, TextSpan NameSpan);
