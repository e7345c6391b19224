using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>A label selector as objects have it: <c>matchLabels</c> and <c>matchExpressions</c>, all of which have to hold.</summary>
internal sealed class InputSelector
{
    private static readonly string[] Operators = ["In", "NotIn", "Exists", "DoesNotExist"];

    private readonly List<(string Key, string Operator, HashSet<string> Values)> requirements = [];

    public static InputSelector Read(SpecFields fields, ICollection<Diagnostic> findings)
    {
        fields.Allow(["matchExpressions", "matchLabels"]);
        var selector = new InputSelector();
        foreach (var (key, value) in fields.TextMap("matchLabels"))
        {
            selector.requirements.Add((key, Operators[0], [value]));
        }

        foreach (var entry in fields.Children("matchExpressions"))
        {
            entry.Allow(["key", "operator", "values"]);
            var name = entry.RequiredText("operator");
            if (name.Length > 0 && !Operators.Contains(name))
            {
                findings.Add(FluxDiagnostics.NotOneOf("operator", name, Operators, entry.LocationOf("operator")));
            }

            var values = entry.Texts("values").Select(static v => v.Text).ToHashSet(StringComparer.Ordinal);
            selector.requirements.Add((entry.RequiredText("key"), name, values));
        }

        return selector;
    }

    public bool Matches(KustomizeResource o) =>
        requirements.TrueForAll(r =>
            o.Label(r.Key) is var value
            && r.Operator switch
            {
                "In" => value is not null && r.Values.Contains(value),
                "NotIn" => value is null || !r.Values.Contains(value),
                "Exists" => value is not null,
                "DoesNotExist" => value is null,
                _ => false,
            }
        );
}
