using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>What a kustomization and everything below it gave so far: objects, field specs, vars.</summary>
internal sealed class Accumulator
{
    private readonly SortedDictionary<string, Variable> vars = new(StringComparer.Ordinal);

    public ResMap Objects { get; } = new();

    public TransformerConfig Config { get; set; } = TransformerConfig.Empty;

    public IReadOnlyCollection<Variable> Vars => vars.Values;

    /// <summary>Adds all of another accumulator, found at a reference.</summary>
    public void Merge(Accumulator other, Location at)
    {
        Objects.AppendAll(other.Objects, at);
        Config = Config.Merge(other.Config);
        foreach (var variable in other.vars.Values)
        {
            Add(variable);
        }
    }

    /// <summary>Adds vars and marks the objects they point to.</summary>
    public void AddVars(IReadOnlyList<Variable> incoming)
    {
        foreach (var variable in incoming)
        {
            // Of what a var names, kustomize does not know whether it has a namespace: none is any, and one excludes kinds without.
            var target = variable.Target;
            var matches = Objects.MatchingAnyId(id =>
                id.Name == target.Name
                && id.Gvk == target.Gvk
                && (target.Namespace.Length == 0 || id.EffectiveNamespace == target.Namespace)
            );
            if (matches.Count > 1)
            {
                throw new KustomizeException(
                    KustomizeDiagnostics.SeveralVarTargets(variable.Name, target, variable.At)
                );
            }

            if (matches.Count == 1)
            {
                matches[0].VarNames.Add(variable.Name);
            }
        }

        foreach (var variable in incoming)
        {
            Add(variable);
        }
    }

    private void Add(Variable variable)
    {
        if (!vars.TryAdd(variable.Name, variable))
        {
            throw new KustomizeException(KustomizeDiagnostics.RepeatedVar(variable.Name, variable.At));
        }
    }
}
