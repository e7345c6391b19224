using HomeOps.Jinja.Globals;
using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>
/// The names one run of a template can see (jinja2.runtime, Context): what it exported so far, then the layers it was
/// given, then the globals of the environment. Also the blocks that take part in its inheritance.
/// </summary>
internal sealed class Context : EvaluationContext
{
    private readonly NameLayer? given;
    private Dictionary<string, Value>? own;
    private List<string>? exported;

    private Context(RenderState state, string? templateName, NameLayer? given)
    {
        TemplateName = templateName;
        State = state;
        this.given = given;
        AutoescapeValue = state.Environment.Options.Autoescape;
    }

    public RenderState State { get; }

    /// <summary>The name of the template that was asked for, null when it has none.</summary>
    public string? TemplateName { get; }

    /// <summary>All definitions of each block, the youngest template's first.</summary>
    public Dictionary<string, List<BlockStatement>> Blocks { get; private init; } = new(StringComparer.Ordinal);

    public override UndefinedMode UndefinedMode => State.Environment.Options.Undefined;

    public override Limits Limits => State.Environment.Options.Limits;

    /// <summary>The context of a template that is rendered by a program.</summary>
    public static Context ForRender(RenderState state, Template template, IReadOnlyDictionary<string, Value>? variables)
    {
        var context = new Context(state, template.Name, variables is null ? null : new NameLayer(variables, null));
        context.AddBlocks(template);
        return context;
    }

    /// <summary>The context of a template that sees globals only: import, and include without context.</summary>
    public static Context ForModule(RenderState state, Template template) => ForRender(state, template, null);

    /// <summary>The context of a template included or imported with context: all of this one and the local variables.</summary>
    public Context ForInclude(Frame frame, Template template, KeyValuePair<string, Slot>[] locals)
    {
        var context = new Context(State, template.Name, WithLocals(frame, locals));
        context.AddBlocks(template);
        return context;
    }

    /// <summary>The context of a scoped block: this one and the local variables of the place it stands at.</summary>
    public Context Derive(Frame frame, KeyValuePair<string, Slot>[] locals) =>
        new(State, TemplateName, WithLocals(frame, locals)) { AutoescapeValue = AutoescapeValue, Blocks = Blocks };

    /// <summary>The value of a name, missing when nobody set it.</summary>
    public Value Resolve(string name)
    {
        if (own is not null && own.TryGetValue(name, out var value))
        {
            return value;
        }

        for (var layer = given; layer is not null; layer = layer.Next)
        {
            if (layer.Names.TryGetValue(name, out value))
            {
                return value;
            }
        }

        return State.Environment.FindGlobal(name);
    }

    /// <summary>Sets a name at the top of the template; importers see it unless it starts with an underscore.</summary>
    public void Export(string name, Value value)
    {
        SetPrivate(name, value);
        if (!name.StartsWith('_'))
        {
            exported ??= [];
            if (!exported.Contains(name, StringComparer.Ordinal))
            {
                exported.Add(name);
            }
        }
    }

    /// <summary>Sets a name at the top of the template that importers do not see.</summary>
    public void SetPrivate(string name, Value value)
    {
        own ??= new Dictionary<string, Value>(StringComparer.Ordinal);
        own[name] = value;
        exported?.Remove(name);
    }

    /// <summary>What importers see.</summary>
    public IReadOnlyDictionary<string, Value> Exports() =>
        (exported ?? []).ToDictionary(static n => n, n => own is null ? default : own[n], StringComparer.Ordinal);

    public void AddParentBlocks(Template parent) => AddBlocks(parent);

    /// <summary>The definition of a block after the given one, undefined when there is none.</summary>
    public Value Super(string name, BlockStatement current)
    {
        var definitions = Blocks[name];
        var depth = definitions.IndexOf(current) + 1;
        return depth < definitions.Count
            ? new BlockReference(this, name, depth)
            : UndefinedHint($"there is no parent block called {StringRepr.Of(name)}.");
    }

    /// <summary>All names that can be seen, for hints.</summary>
    public IEnumerable<string> Names()
    {
        var names = (own?.Keys ?? Enumerable.Empty<string>());
        for (var layer = given; layer is not null; layer = layer.Next)
        {
            names = names.Concat(layer.Names.Keys);
        }

        return [.. names, .. State.Environment.Options.Globals.Keys, .. BuiltinGlobals.Names];
    }

    public override void CheckTime() => State.CheckTime();

    public override int NextRandom(int bound) => State.Environment.Options.NextRandom(bound);

    public override Filter? FindFilter(string name) => State.Environment.FindFilter(name);

    public override Test? FindTest(string name) => State.Environment.FindTest(name);

    private void AddBlocks(Template template)
    {
        foreach (var block in template.Blocks)
        {
            if (!Blocks.TryGetValue(block.Name, out var definitions))
            {
                definitions = [];
                Blocks.Add(block.Name, definitions);
            }

            definitions.Add(block);
        }
    }

    private NameLayer? WithLocals(Frame frame, KeyValuePair<string, Slot>[] locals)
    {
        var outer = own is null
            ? given
            : new NameLayer(new Dictionary<string, Value>(own, StringComparer.Ordinal), given);
        if (locals.Length == 0)
        {
            return outer;
        }

        var names = new Dictionary<string, Value>(locals.Length, StringComparer.Ordinal);
        foreach (var (name, slot) in locals)
        {
            var value = slot.In(frame);
            if (!value.IsMissing)
            {
                names.Add(name, value);
            }
        }

        return new NameLayer(names, outer);
    }
}

/// <summary>Names that do not change any more, above others.</summary>
internal sealed record NameLayer(IReadOnlyDictionary<string, Value> Names, NameLayer? Next);
