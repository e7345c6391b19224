namespace HomeOps.Jinja.Rendering;

/// <summary>
/// The names of one scope and what each is when the scope is entered (jinja2.idtracking, Symbols): a parameter, a copy of
/// the outer variable, whatever the context holds, or nothing yet.
/// </summary>
internal sealed class Scope
{
    private readonly Scope? outer;
    private readonly Dictionary<string, Variable> known;
    private readonly Dictionary<Variable, FirstValue> loads;
    private readonly HashSet<string> stores;

    // Shared by the branches of an if: the same name is the same variable in all of them.
    private readonly Dictionary<string, Variable> variables;

    public Scope(FunctionLayout function, Scope? outer)
    {
        Function = function;
        this.outer = outer;
        known = new(StringComparer.Ordinal);
        loads = [];
        stores = new(StringComparer.Ordinal);
        variables = new(StringComparer.Ordinal);
    }

    private Scope(Scope other)
    {
        Function = other.Function;
        outer = other.outer;
        known = new(other.known, StringComparer.Ordinal);
        loads = new(other.loads);
        stores = new(other.stores, StringComparer.Ordinal);
        variables = other.variables;
    }

    /// <summary>The function whose frame holds the variables.</summary>
    public FunctionLayout Function { get; }

    /// <summary>The names assigned in this scope, parameters included.</summary>
    public IReadOnlySet<string> Stores => stores;

    /// <summary>A scope inside this one, in the same function.</summary>
    public Scope Inner() => new(Function, this);

    /// <summary>The name is read.</summary>
    public void Load(string name)
    {
        if (Find(name) is null)
        {
            Define(name, new FirstValue(LoadKind.Resolve, null));
        }
    }

    /// <summary>The name is assigned.</summary>
    public void Store(string name)
    {
        stores.Add(name);
        if (!known.ContainsKey(name))
        {
            var outerVariable = outer?.Find(name);
            Define(name, outerVariable is null ? FirstValue.Nothing : new FirstValue(LoadKind.Copy, outerVariable));
        }
    }

    /// <summary>The name gets its value from whoever enters the scope.</summary>
    public void Parameter(string name)
    {
        stores.Add(name);
        Define(name, new FirstValue(LoadKind.Parameter, null));
    }

    /// <summary>A copy to note one branch of an if in.</summary>
    public Scope Branch() => new(this);

    /// <summary>Takes over what the branches of an if noted: a name that some branch assigns is looked up outside as well.</summary>
    public void Merge(IReadOnlyList<Scope> branches)
    {
        var assigned = branches
            .SelectMany(static b => b.stores)
            .Where(name => !stores.Contains(name))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var branch in branches)
        {
            foreach (var (name, variable) in branch.known)
            {
                known[name] = variable;
            }

            foreach (var (variable, load) in branch.loads)
            {
                loads[variable] = load;
            }

            stores.UnionWith(branch.stores);
        }

        foreach (var name in assigned)
        {
            var outerVariable = outer?.Find(name);
            loads[known[name]] = outerVariable is null
                ? new FirstValue(LoadKind.Resolve, null)
                : new FirstValue(LoadKind.Copy, outerVariable);
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
        var once = new List<EntryStep>(loads.Count);
        var each = new List<EntryStep>();
        foreach (var (variable, load) in loads)
        {
            if (load.Kind != LoadKind.Parameter)
            {
                var from = load.Source is null ? default : SlotOf(load.Source);
                var isStable = load.Kind == LoadKind.Resolve && !stores.Contains(variable.Name);
                (isStable ? once : each).Add(new EntryStep(variable.Index, load.Kind, variable.Name, from));
            }
        }

        return new ScopeEntry([.. once], [.. each], [.. loads.Keys.Select(static v => v.Index)]);
    }

    /// <summary>The names assigned here and around, with their slots: what an included template sees.</summary>
    public KeyValuePair<string, Slot>[] Locals()
    {
        var locals = new Dictionary<string, Slot>(StringComparer.Ordinal);
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            foreach (var name in scope.stores)
            {
                locals.TryAdd(name, SlotOf(name));
            }
        }

        return [.. locals];
    }

    /// <summary>Whether a name is neither assigned nor a parameter anywhere around: the context has to know it.</summary>
    public bool IsFree(string name)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            if (scope.stores.Contains(name))
            {
                return false;
            }
        }

        return true;
    }

    private Variable? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            if (scope.known.TryGetValue(name, out var variable))
            {
                return variable;
            }
        }

        return null;
    }

    private Slot SlotOf(Variable variable) => new(Function.HopsTo(variable.Function), variable.Index);

    private void Define(string name, FirstValue load)
    {
        if (!variables.TryGetValue(name, out var variable))
        {
            variable = new Variable(name, Function, Function.NewSlot());
            variables.Add(name, variable);
        }

        known[name] = variable;
        loads[variable] = load;
    }

    private sealed record Variable(string Name, FunctionLayout Function, int Index);

    private readonly record struct FirstValue(LoadKind Kind, Variable? Source)
    {
        public static FirstValue Nothing => new(LoadKind.Nothing, null);
    }
}
