using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Substitutes variables in built objects (flux.md 2.5): in the text of each object, which is read again afterwards, so that a value may
/// change its type.
/// </summary>
internal sealed class ObjectSubstitution(
    VariableSet variables,
    SubstitutedSecrets secrets,
    FluxOptions options,
    ICollection<Diagnostic> findings
)
{
    // Each is looked for in the object; hundreds are scripts that were not meant to be substituted.
    private const int MaxNamed = 100;

    private const string Switch = "kustomize.toolkit.fluxcd.io/substitute";

    public void Apply(KustomizeResource o)
    {
        if (o.Label(Switch) == "disabled" || o.Annotation(Switch) == "disabled" || !MayHold(o.Root))
        {
            return;
        }

        var source = new SourceText(o.At.Path, o.ToYaml());
        if (Evaluate(source, o) is not { } text || text == source.Text)
        {
            return;
        }

        // The place would be one in a text that nobody wrote, and the line may show a secret, as may the reason when keys are given.
        if (!o.TryReplace(text, out var problem))
        {
            var reason = options.Keys is null ? problem : "a value breaks it";
            findings.Add(FluxDiagnostics.BrokenBySubstitution(ObjectKey.Of(o), reason, o.At));
        }
    }

    // Reports the variables that nothing defines, not only the first.
    private string? Evaluate(SourceText source, KustomizeResource o)
    {
        var notSet = new HashSet<string>(StringComparer.Ordinal);
        var result = Substitution.Evaluate(
            source,
            name => variables.All.GetValueOrDefault(name),
            name =>
            {
                if (variables.HasUnknown && options.IsStrict)
                {
                    // What a Secret of the cluster may define is not called undefined.
                    return Placeholder.Of(name, options.Placeholders);
                }

                if (options.IsStrict && notSet.Add(name) && notSet.Count <= MaxNamed)
                {
                    var at = NodePlaces.FindVariable(o.Root, name) ?? o.At;
                    findings.Add(FluxDiagnostics.NotSet(name, ObjectKey.Of(o), at));
                }

                return "";
            },
            secrets.AddChanged
        );
        if (notSet.Count > MaxNamed)
        {
            findings.Add(FluxDiagnostics.MoreNotSet(notSet.Count - MaxNamed, ObjectKey.Of(o), o.At));
        }

        if (result.Error is { Location: { } place } error)
        {
            var shown = source.Text.Substring(place.Span.Start, place.Span.Length);
            findings.Add(error with { Location = NodePlaces.FindText(o.Root, shown) ?? o.At });
        }

        return notSet.Count == 0 ? result.Text : null;
    }

    private static bool MayHold(Node node)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var (key, value) in map.Entries)
                {
                    if (key.Contains('$', StringComparison.Ordinal) || MayHold(value))
                    {
                        return true;
                    }
                }

                return false;
            case SeqNode sequence:
                return sequence.Items.Any(MayHold);
            default:
                return Node.TextOf(node)?.Contains('$', StringComparison.Ordinal) == true;
        }
    }
}
