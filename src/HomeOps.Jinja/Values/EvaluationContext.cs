namespace HomeOps.Jinja.Values;

/// <summary>What operations on values need to know of the rendering they take part in.</summary>
public abstract class EvaluationContext
{
    /// <summary>How undefined values behave.</summary>
    public abstract UndefinedMode UndefinedMode { get; }

    /// <summary>Whether printed values are escaped at this moment.</summary>
    /// <exception cref="JinjaException">UndefinedError where an autoescape block was given an undefined of the strict mode.</exception>
    public bool Autoescape => Truth.Of(AutoescapeValue);

    /// <summary>What the innermost autoescape block was given; its truth is asked for by what is printed in it, as in Jinja2.</summary>
    internal Value AutoescapeValue { get; set; } = false;

    /// <summary>What the template may use up.</summary>
    public abstract Limits Limits { get; }

    /// <summary>The line end that the template writes.</summary>
    public virtual string NewlineSequence => "\n";

    /// <summary>A random number from 0 up to, not including, the bound.</summary>
    public abstract int NextRandom(int bound);

    /// <summary>Stops a rendering that takes too long; filters that call others for each item ask for it.</summary>
    /// <exception cref="JinjaException">The time is up.</exception>
    public virtual void CheckTime() { }

    /// <summary>The filter of that name, null when there is none.</summary>
    public abstract Filter? FindFilter(string name);

    /// <summary>The test of that name, null when there is none.</summary>
    public abstract Test? FindTest(string name);

    /// <summary>Applies a filter that a template names at run time, as map does.</summary>
    /// <exception cref="JinjaException">TemplateRuntimeError when there is none.</exception>
    public Value CallFilter(string name, Value value, CallArguments arguments) =>
        FindFilter(name) is { } filter
            ? filter(this, value, arguments)
            : throw JinjaException.Runtime($"No filter named {StringRepr.Of(name)}.");

    /// <summary>Applies a test that a template names at run time, as select does.</summary>
    /// <exception cref="JinjaException">TemplateRuntimeError when there is none.</exception>
    public bool CallTest(string name, Value value, CallArguments arguments) =>
        FindTest(name) is { } test
            ? test(this, value, arguments)
            : throw JinjaException.Runtime($"No test named {StringRepr.Of(name)}.");

    /// <summary>Calls a value.</summary>
    /// <exception cref="JinjaException">TypeError when it cannot be called.</exception>
    public Value Call(Value callee, CallArguments arguments) =>
        callee.AsObject is { } o
            ? o.Call(this, arguments)
            : throw JinjaException.Type($"'{TypeNames.Of(callee)}' object is not callable");

    /// <summary>The undefined of an unknown name.</summary>
    public Value UndefinedName(string name) => PyUndefined.OfName(UndefinedMode, name);

    /// <summary>The undefined of an attribute or item that is not there.</summary>
    public Value UndefinedElement(Value owner, Value name) => PyUndefined.OfElement(UndefinedMode, owner, name);

    /// <summary>An undefined with its own sentence.</summary>
    public Value UndefinedHint(string? hint) => PyUndefined.WithHint(UndefinedMode, hint);
}
