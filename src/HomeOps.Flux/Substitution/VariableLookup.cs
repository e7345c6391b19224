using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Puts together the variables of a Kustomization: substituteFrom in its order, then the inline ones (flux.md 2.5).</summary>
internal sealed class VariableLookup(FluxOptions options, SubstitutedSecrets secrets)
{
    /// <param name="ks">The Kustomization.</param>
    /// <param name="find">The object of a key; null when there is none.</param>
    /// <param name="index">Everything built so far, for findings.</param>
    /// <param name="findings">Gets what is wrong.</param>
    public VariableSet Collect(
        FluxKustomization ks,
        Func<ObjectKey, KustomizeResource?> find,
        ObjectIndex index,
        ICollection<Diagnostic> findings
    )
    {
        var variables = new VariableSet();
        foreach (var reference in ks.SubstituteFrom)
        {
            var key = new ObjectKey(reference.Kind, ks.Namespace, reference.Name);
            if (find(key) is { } holder)
            {
                if (reference.Kind == "Secret")
                {
                    secrets.Add(holder);
                }

                var values = ObjectValues.Read(holder, options);
                Check(values, key, reference.At, findings);
                variables.Add(values.Where(static v => VariableSet.IsName(v.Key)));
            }
            else
            {
                // What it would hold is not known, so no name can be called undefined.
                variables.HasUnknown |= reference.Kind == "Secret" || !reference.IsOptional;
                if (!reference.IsOptional)
                {
                    findings.Add(new MissingValues(index, options).Finding(key, reference.At));
                }
            }
        }

        variables.Add(ks.Substitute);
        return variables;
    }

    private static void Check(
        IReadOnlyList<KeyValuePair<string, string>> values,
        ObjectKey holder,
        Location at,
        ICollection<Diagnostic> findings
    )
    {
        foreach (var (key, _) in values)
        {
            if (!VariableSet.IsName(key))
            {
                findings.Add(FluxDiagnostics.BadVariable(key, holder.ToString(), at));
            }
        }
    }
}
