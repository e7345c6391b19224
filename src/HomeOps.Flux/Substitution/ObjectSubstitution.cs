using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Substitutes variables in built objects (flux.md 2.5): in the text of each object, which is read again afterwards, so that a value may
/// change its type.
/// </summary>
internal sealed class ObjectSubstitution(VariableSet variables, FluxOptions options, ICollection<Diagnostic> findings)
{
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

    // Reports every variable that nothing defines, not only the first.
    private string? Evaluate(SourceText source, KustomizeResource o)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var isComplete = true;
        while (true)
        {
            var result = Substitution.Evaluate(source, name => ValueOf(name, given), options.IsStrict);
            if (result.Error is not { } error)
            {
                return isComplete ? result.Text : null;
            }

            var span = error.Location?.Span ?? default;
            var name = error.Code == "HO0905" ? NameIn(source.Text.AsSpan(span.Start)) : "";
            if (name.Length == 0 || given.ContainsKey(name))
            {
                var shown = source.Text.Substring(span.Start, span.Length);
                findings.Add(error with { Location = NodePlaces.FindText(o.Root, shown) ?? o.At });
                return null;
            }

            // What a Secret of the cluster may define is not called undefined.
            given[name] = variables.HasUnknown ? Placeholder.Of(name, options.Placeholders) : "";
            if (!variables.HasUnknown)
            {
                isComplete = false;
                findings.Add(
                    FluxDiagnostics.NotSet(name, ObjectKey.Of(o), NodePlaces.FindText(o.Root, $"${{{name}") ?? o.At)
                );
            }
        }
    }

    private string? ValueOf(string name, Dictionary<string, string> given) =>
        variables.All.GetValueOrDefault(name) ?? given.GetValueOrDefault(name);

    private static string NameIn(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyExcept("${#");
        var end = start;
        while (end >= 0 && end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return start < 0 ? "" : text[start..end].ToString();
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
