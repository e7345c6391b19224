namespace HomeOps.Jinja.Rendering;

/// <summary>
/// The names of one scope and what each is when the scope is entered (jinja2.idtracking, Symbols): a parameter, a copy of
/// the outer variable, whatever the context holds, or nothing yet.
/// </summary>
internal sealed class Scope
{
    private readonly Scope? outer;

    // The scope that this one is a branch of; what is noted there is known here.
    private readonly Scope? trunk;
    private Dictionary<string, Local>? locals;

    // Shared by the branches of an if: the same name is the same variable in all of them.
    private Dictionary<string, Variable>? branchVariables;

    public Scope(FunctionLayout function, Scope? outer)
    {
        Function = function;
        this.outer = outer;
    }

    private Scope(Scope trunk)
        : this(trunk.Function, trunk.outer) => this.trunk = trunk;

    /// <summary>The function whose frame holds the variables.</summary>
    public FunctionLayout Function { get; }

    /// <summary>A scope inside this one, in the same function.</summary>
    public Scope Inner() => new(Function, this);

    /// <summary>The name is read.</summary>
    public void Load(string name)
    {
        if (Find(name) is null)
        {
            Define(name, LoadKind.Resolve);
        }
    }

    /// <summary>The name is assigned.</summary>
    public void Store(string name)
    {
        if (!TryGet(name, out var local))
        {
            var source = outer?.Find(name);
            Define(name, source is null ? LoadKind.Nothing : LoadKind.Copy, source, isStored: true);
        }
        else if (!local.IsStored)
        {
            Note(name, local with { IsStored = true });
        }
    }

    /// <summary>The name gets its value from whoever enters the scope.</summary>
    public void Parameter(string name) => Define(name, LoadKind.Parameter, isStored: true);

    /// <summary>A scope to note one branch of an if in, until it is merged.</summary>
    public Scope Branch() => new(this);

    /// <summary>Takes over what the branches of an if noted: a name that some branch assigns is looked up outside as well.</summary>
    public void Merge(params ReadOnlySpan<Scope> branches)
    {
        foreach (var branch in branches)
        {
            if (branch.locals is null)
            {
                continue;
            }

            foreach (var (name, noted) in branch.locals)
            {
                var source = outer?.Find(name);
                Note(
                    name,
                    noted.IsStored || Stores(name)
                        ? new Local(noted.Variable, source is null ? LoadKind.Resolve : LoadKind.Copy, source, true)
                        : noted
                );
            }
        }
    }

    /// <summary>Where a name of this scope or one around it lives.</summary>
    public Slot SlotOf(string name)
    {
        var variable = Find(name) ?? throw new InvalidOperationException($"The name {name} was not declared.");
        return SlotOf(variable);
    }

    /// <summary>A slot that no name leads to.</summary>
    public Slot NewSlot() => new(0, Function.NewSlot());

    /// <summary>What has to be done when the scope is entered.</summary>
    public ScopeEntry Entry()
    {
        if (locals is null)
        {
            return ScopeEntry.None;
        }

        var variables = new int[locals.Count];
        var count = 0;
        foreach (var (_, local) in locals)
        {
            variables[count++] = local.Variable.Index;
        }

        return new ScopeEntry(Steps(locals, areStable: true), Steps(locals, areStable: false), variables);
    }

    /// <summary>The names assigned here and around, with their slots: what an included template sees.</summary>
    public KeyValuePair<string, Slot>[] Locals()
    {
        var seen = new Dictionary<string, Slot>(StringComparer.Ordinal);
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            foreach (var (name, local) in scope.locals ?? [])
            {
                if (local.IsStored)
                {
                    seen.TryAdd(name, SlotOf(name));
                }
            }
        }

        return [.. seen];
    }

    /// <summary>Whether the name is assigned in this scope, or one of its parameters.</summary>
    public bool Stores(string name) => TryGet(name, out var local) && local.IsStored;

    /// <summary>Whether a name is neither assigned nor a parameter anywhere around: the context has to know it.</summary>
    public bool IsFree(string name)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            if (scope.Stores(name))
            {
                return false;
            }
        }

        return true;
    }

    private EntryStep[] Steps(Dictionary<string, Local> names, bool areStable)
    {
        List<EntryStep>? steps = null;
        foreach (var (name, local) in names)
        {
            if (local.Kind != LoadKind.Parameter && local.IsStable == areStable)
            {
                var from = local.Source is null ? default : SlotOf(local.Source);
                (steps ??= []).Add(new EntryStep(local.Variable.Index, local.Kind, name, from));
            }
        }

        return steps?.ToArray() ?? [];
    }

    private Variable? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            if (scope.TryGet(name, out var local))
            {
                return local.Variable;
            }
        }

        return null;
    }

    private bool TryGet(string name, out Local local)
    {
        for (var scope = this; scope is not null; scope = scope.trunk)
        {
            if (scope.locals is { } noted && noted.TryGetValue(name, out local))
            {
                return true;
            }
        }

        local = default;
        return false;
    }

    private Slot SlotOf(Variable variable) => new(Function.HopsTo(variable.Function), variable.Index);

    private void Define(string name, LoadKind kind, Variable? source = null, bool isStored = false) =>
        Note(name, new Local(trunk?.BranchVariable(name) ?? NewVariable(), kind, source, isStored));

    private Variable BranchVariable(string name)
    {
        if (trunk is not null)
        {
            return trunk.BranchVariable(name);
        }

        branchVariables ??= new(StringComparer.Ordinal);
        if (!branchVariables.TryGetValue(name, out var variable))
        {
            variable = NewVariable();
            branchVariables.Add(name, variable);
        }

        return variable;
    }

    private Variable NewVariable() => new(Function, Function.NewSlot());

    private void Note(string name, Local local) => (locals ??= new(StringComparer.Ordinal))[name] = local;

    private sealed record Variable(FunctionLayout Function, int Index);

    /// <summary>A name in a scope.</summary>
    /// <param name="Variable">Where it lives.</param>
    /// <param name="Kind">Its first value.</param>
    /// <param name="Source">What that is a copy of.</param>
    /// <param name="IsStored">Whether the scope assigns it or has it as parameter.</param>
    private readonly record struct Local(Variable Variable, LoadKind Kind, Variable? Source, bool IsStored)
    {
        /// <summary>Whether it is only read from the context: the same for every pass of a loop.</summary>
        public bool IsStable => Kind == LoadKind.Resolve && !IsStored;
    }
}
