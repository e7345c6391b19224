using HomeOps.Text;

namespace HomeOps.Jinja.Values;

/// <summary>A name, attribute or item that is not there; remembers what was looked for.</summary>
public sealed class PyUndefined : PyObject
{
    private readonly Value owner;
    private readonly Value name;
    private readonly string? hint;
    private readonly JinjaErrorKind errorKind;

    private PyUndefined(UndefinedMode mode, Value owner, Value name, string? hint, JinjaErrorKind errorKind)
        : base(ValueKind.Undefined)
    {
        Mode = mode;
        this.owner = owner;
        this.name = name;
        this.hint = hint;
        this.errorKind = errorKind;
    }

    /// <summary>An unknown name.</summary>
    public static PyUndefined OfName(UndefinedMode mode, string name) =>
        new(mode, default, name, null, JinjaErrorKind.Undefined);

    /// <summary>An attribute or item that its owner does not have.</summary>
    public static PyUndefined OfElement(UndefinedMode mode, Value owner, Value name) =>
        new(mode, owner, name, null, JinjaErrorKind.Undefined);

    /// <summary>An undefined that complains with its own sentence.</summary>
    public static PyUndefined WithHint(
        UndefinedMode mode,
        string? hint,
        JinjaErrorKind errorKind = JinjaErrorKind.Undefined
    ) => new(mode, default, default, hint, errorKind);

    /// <summary>How it behaves.</summary>
    public UndefinedMode Mode { get; }

    /// <inheritdoc/>
    public override string TypeName =>
        Mode switch
        {
            UndefinedMode.Chainable => "ChainableUndefined",
            UndefinedMode.Debug => "DebugUndefined",
            UndefinedMode.Strict => "StrictUndefined",
            _ => "Undefined",
        };

    /// <inheritdoc/>
    public override string TypeModule => "jinja2.runtime";

    /// <summary>What is wrong, in Jinja's words.</summary>
    public string Message =>
        hint is { Length: > 0 } ? hint
        : owner.IsMissing ? $"{(name.IsMissing ? "None" : PyText.Repr(name))} is undefined"
        : name.IsText ? $"{StringRepr.Of(TypeNames.Described(owner))} has no attribute {PyText.Repr(name)}"
        : $"{TypeNames.Described(owner)} has no element {PyText.Repr(name)}";

    /// <summary>The error of an operation that an undefined does not have.</summary>
    public JinjaException Error() => new(errorKind, Message) { Hint = Suggestion };

    // A key of the dict that was probably meant.
    private string? Suggestion =>
        owner.As<PyDict>() is { } dict
        && name.AsText is { } wanted
        && Spelling.Nearest(wanted, dict.Entries.Select(static e => e.Key.AsText).OfType<string>()) is { } nearest
            ? $"did you mean `{nearest}`?"
            : null;

    /// <summary>Fails, unless there is no undefined.</summary>
    internal static void Refuse(PyUndefined? undefined)
    {
        if (undefined is not null)
        {
            throw undefined.Error();
        }
    }

    /// <summary>Lets everything pass but the strict mode.</summary>
    public void RefuseIfStrict()
    {
        if (Mode == UndefinedMode.Strict)
        {
            throw Error();
        }
    }

    /// <inheritdoc/>
    public override string Str()
    {
        RefuseIfStrict();
        return Mode == UndefinedMode.Debug ? DebugText : "";
    }

    /// <inheritdoc/>
    public override string Repr() => "Undefined";

    /// <inheritdoc/>
    public override string? Html() => Mode == UndefinedMode.Chainable ? "" : null;

    /// <inheritdoc/>
    public override bool IsTrue
    {
        get
        {
            RefuseIfStrict();
            return false;
        }
    }

    /// <inheritdoc/>
    public override bool TryGetLength(out long length)
    {
        RefuseIfStrict();
        length = 0;
        return true;
    }

    /// <inheritdoc/>
    public override PyIterator TryIterate(EvaluationContext context)
    {
        RefuseIfStrict();
        return new TupleIterator([]);
    }

    /// <inheritdoc/>
    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name switch
        {
            "_undefined_name" => Or(this.name),
            "_undefined_obj" => Or(owner),
            "_undefined_hint" => hint is null ? Value.None : hint,
            "_undefined_message" => Message,
            _ => default(Value),
        };
        return !value.IsMissing
            || (!name.StartsWith("__", StringComparison.Ordinal) && TryGetItem(context, name, out value));

        static Value Or(Value known) => known.IsMissing ? Value.None : known;
    }

    /// <inheritdoc/>
    public override bool TryGetItem(EvaluationContext context, Value key, out Value value)
    {
        if (Mode != UndefinedMode.Chainable)
        {
            throw Error();
        }
        value = this;
        return true;
    }

    /// <inheritdoc/>
    public override bool IsCallable => true;

    /// <inheritdoc/>
    public override Value Call(EvaluationContext context, CallArguments arguments) => throw Error();

    /// <inheritdoc/>
    public override bool IsEqualTo(Value other)
    {
        RefuseIfStrict();
        return other.As<PyUndefined>() is { } undefined && undefined.Mode == Mode;
    }

    /// <inheritdoc/>
    public override int Hash()
    {
        RefuseIfStrict();
        return (int)Mode;
    }

    private string DebugText =>
        hint is { Length: > 0 } ? $"{{{{ undefined value printed: {hint} }}}}"
        : owner.IsMissing ? $"{{{{ {(name.IsMissing ? "None" : PyText.Str(name))} }}}}"
        : $"{{{{ no such element: {TypeNames.Described(owner)}[{PyText.Repr(name)}] }}}}";
}
