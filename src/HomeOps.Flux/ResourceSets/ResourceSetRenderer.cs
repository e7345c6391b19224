using HomeOps.Helm.Templates;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Makes the objects of a ResourceSet: every template with every input set, objects that are switched off left out, each object once
/// (flux-operator's rules). A mistake in one template hides no other.
/// </summary>
internal sealed class ResourceSetRenderer(TemplateBudget budget, MadeObjects made)
{
    private const string Owner = "resourceset.fluxcd.controlplane.io/";
    private static readonly Dictionary<string, object?> NoInputs = new(StringComparer.Ordinal) { ["inputs"] = null };

    private readonly TemplateOptions options = new()
    {
        Open = "<<",
        Close = ">>",
        IsStrict = true,
        Budget = budget,
        // sprig has it, slim-sprig has not.
        Withheld = ["nospace"],
        Functions = new Dictionary<string, TemplateFunction>(StringComparer.Ordinal)
        {
            ["slugify"] = new(1, 1, static a => Slug.Of(a[0] as string ?? "")),
        },
    };

    /// <param name="set">The ResourceSet.</param>
    /// <param name="inputs">The input sets; none when its templates take none.</param>
    /// <param name="findings">Gets what is wrong.</param>
    public List<KustomizeResource> Render(
        ResourceSet set,
        IReadOnlyList<Dictionary<string, object?>> inputs,
        ICollection<Diagnostic> findings
    )
    {
        var objects = new List<KustomizeResource>();
        var stepOf = new Dictionary<(string Group, ObjectKey Key), string>();
        foreach (var step in set.Steps)
        {
            foreach (var o in RenderStep(step, inputs, findings))
            {
                if (!made.Add(o.Root))
                {
                    findings.Add(FluxDiagnostics.TooMuch(MadeObjects.Limit, o.At));
                    return objects;
                }

                var id = (GroupOf(o.ApiVersion), ObjectKey.Of(o));
                if (ResourceSet.IsOff(o) && inputs.Count > 0)
                {
                    continue;
                }

                if (stepOf.TryAdd(id, step.Name))
                {
                    Label(o.Root, set);
                    objects.Add(o);
                }
                else if (stepOf[id] != step.Name)
                {
                    findings.Add(FluxDiagnostics.InTwoSteps(ObjectKey.Of(o), stepOf[id], step.Name, o.At));
                }
            }
        }

        return objects;
    }

    private static string GroupOf(string apiVersion) =>
        apiVersion.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? apiVersion[..slash] : "";

    private IEnumerable<KustomizeResource> RenderStep(
        ResourceSetStep step,
        IReadOnlyList<Dictionary<string, object?>> inputs,
        ICollection<Diagnostic> findings
    )
    {
        foreach (var resource in step.Resources)
        {
            foreach (var text in RenderEach(resource.ToYaml(), resource, inputs, findings))
            {
                if (Read(text, resource, findings) is [var first, ..])
                {
                    yield return first;
                }
            }
        }

        if (step.Template is { } template)
        {
            foreach (var text in RenderEach(template.Text, template, inputs, findings))
            {
                foreach (var o in Read(text, template, findings))
                {
                    yield return o;
                }
            }
        }
    }

    // One template with all inputs; the first mistake of it is enough.
    private IEnumerable<string> RenderEach(
        string text,
        Node template,
        IReadOnlyList<Dictionary<string, object?>> inputs,
        ICollection<Diagnostic> findings
    )
    {
        var parsed = GoTemplate.Parse(text, options, out var problem);
        for (var i = 0; parsed is not null && i < Math.Max(1, inputs.Count); i++)
        {
            var values =
                inputs.Count == 0
                    ? NoInputs
                    : new Dictionary<string, object?>(StringComparer.Ordinal) { ["inputs"] = inputs[i] };
            if (parsed.Render(null, values, out problem) is not { } rendered)
            {
                break;
            }

            yield return rendered;
        }

        if (problem is not null)
        {
            var at = NodePlaces.FindText(template, problem.Expression) ?? PlaceOf(template);
            findings.Add(FluxDiagnostics.BadTemplate(problem, at));
        }
    }

    private static IReadOnlyList<KustomizeResource> Read(string text, Node template, ICollection<Diagnostic> findings)
    {
        if (!KustomizeResource.TryMake(text, template, out var made, out var problem))
        {
            findings.Add(FluxDiagnostics.NotMade(problem, PlaceOf(template)));
        }
        else if (made.Count == 0 && template is MapNode)
        {
            findings.Add(FluxDiagnostics.NotMade("it is empty", PlaceOf(template)));
        }

        return made;
    }

    private static Location PlaceOf(Node template) => template.At ?? Location.OfFile("");

    private static void Label(MapNode root, ResourceSet set)
    {
        var metadata = root.MapOrNew("metadata");
        if (metadata?.MapOrNew("labels") is { } labels)
        {
            labels.SetText(Owner + "name", set.Key.Name);
            labels.SetText(Owner + "namespace", set.Key.Namespace);
            SetAll(labels, set.CommonLabels);
        }

        if (set.CommonAnnotations.Count > 0 && metadata?.MapOrNew("annotations") is { } annotations)
        {
            SetAll(annotations, set.CommonAnnotations);
        }
    }

    private static void SetAll(MapNode map, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        foreach (var (key, value) in values)
        {
            map.SetText(key, value);
        }
    }
}
