using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary>The parameters and body of a macro or call block; runs in a frame of its own inside the one it is written in.</summary>
internal sealed class MacroBody(
    TextSpan span,
    string? name,
    MacroParameter[] parameters,
    Body body,
    NameMentions mentions
)
{
    private ScopeEntry entry = ScopeEntry.None;
    private FunctionLayout layout = new(null);
    private Slot[] slots = [];
    private Slot caller;
    private Slot keywords;
    private Slot positional;
    private string[] hints = [];

    /// <summary>Its name, null for a call block.</summary>
    public string? Name => name;

    public MacroParameter[] Parameters => parameters;

    /// <summary>Its statements.</summary>
    public Body Body => body;

    /// <summary>Whether <c>caller</c> is a parameter written out.</summary>
    public bool HasCallerParameter { get; } = HasParameter(parameters, "caller");

    /// <summary>Whether the body uses <c>caller</c>.</summary>
    public bool UsesCaller { get; } = mentions.HasFlag(NameMentions.Caller);

    /// <summary>Whether keywords that fit no parameter are taken.</summary>
    public bool TakesKeywords { get; } = mentions.HasFlag(NameMentions.KwArgs) && !HasParameter(parameters, "kwargs");

    /// <summary>Whether positional values beyond the parameters are taken.</summary>
    public bool TakesPositional { get; } =
        mentions.HasFlag(NameMentions.VarArgs) && !HasParameter(parameters, "varargs");

    public void Bind(Binding binding)
    {
        if (UsesCaller && Array.Exists(parameters, static p => p is { Name: "caller", Default: null }))
        {
            throw TokenStream.Error(
                "When defining macros or call blocks the special \"caller\" argument must be omitted or be given a default.",
                span,
                JinjaErrorKind.Assertion
            );
        }

        var inner = binding.InnerFunction() with { ChecksExtends = false };
        var scope = inner.Scope;
        layout = scope.Function;
        Array.ForEach(parameters, p => scope.Parameter(p.Name));
        caller = Special(scope, UsesCaller && !HasCallerParameter, "caller");
        keywords = Special(scope, TakesKeywords, "kwargs");
        positional = Special(scope, TakesPositional, "varargs");
        Array.ForEach(parameters, p => p.Default?.Declare(scope));
        body.Declare(scope);
        Array.ForEach(parameters, p => p.Default?.Bind(inner));
        slots = Array.ConvertAll(parameters, p => scope.SlotOf(p.Name));
        hints = Array.ConvertAll(parameters, static p => $"parameter {StringRepr.Of(p.Name)} was not provided");
        body.Bind(inner);
        entry = scope.Entry();
    }

    /// <summary>Runs the body with the values of the parameters (missing where not given) and returns its text.</summary>
    public Value Run(Frame definition, MacroArguments arguments, bool autoescape)
    {
        var state = definition.Context.State;
        state.Enter();
        var frame = new Frame(definition, layout.Count);
        entry.Enter(frame);
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i].In(frame) = arguments.Values[i];
        }

        if (UsesCaller && !HasCallerParameter)
        {
            caller.In(frame) = arguments.Caller;
        }

        if (TakesKeywords)
        {
            keywords.In(frame) = arguments.Keywords;
        }

        if (TakesPositional)
        {
            positional.In(frame) = arguments.Positional;
        }

        // Defaults from left to right: each sees the parameters before it.
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i].In(frame).IsMissing)
            {
                var value = parameters[i].Default?.Evaluate(frame);
                slots[i].In(frame) = value ?? frame.Context.UndefinedHint(hints[i]);
            }
        }

        var start = frame.Output.Length;
        body.Render(frame);
        state.Leave();
        return frame.Output.Take(start, autoescape);
    }

    private static Slot Special(Scope scope, bool isUsed, string name)
    {
        if (!isUsed)
        {
            return default;
        }

        scope.Parameter(name);
        return scope.SlotOf(name);
    }

    private static bool HasParameter(MacroParameter[] parameters, string name) =>
        Array.Exists(parameters, p => string.Equals(p.Name, name, StringComparison.Ordinal));

    public void PrintSignature(SourcePrinter printer)
    {
        var first = true;
        printer.Code("(");
        foreach (var (parameter, value) in parameters)
        {
            printer.Separate(ref first);
            printer.Code(parameter);
            if (value is not null)
            {
                printer.Code("=").Operand(value, Precedence.Conditional);
            }
        }

        printer.Code(")");
    }
}

/// <summary>A parameter of a macro and its default.</summary>
internal sealed record MacroParameter(string Name, Expression? Default);

/// <summary>The arguments of one call, sorted by where they go.</summary>
internal readonly record struct MacroArguments(Value[] Values, Value Caller, Value Keywords, Value Positional);
