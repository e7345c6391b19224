using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Reads ResourceSets (API of flux-operator 0.2x and later, fluxcd.controlplane.io/v1).</summary>
internal static class ResourceSetReader
{
    private const int MaxSteps = 20;

    private static readonly string[] Fields =
    [
        "commonMetadata",
        "dependsOn",
        "inputStrategy",
        "inputs",
        "inputsFrom",
        "resources",
        "resourcesTemplate",
        "serviceAccountName",
        "steps",
        "wait",
    ];

    private static readonly string[] Strategies = ["Flatten", "Permute"];

    public static ResourceSet Read(KustomizeResource o, ICollection<Diagnostic> findings)
    {
        var spec = SpecFields.Of(o, findings);
        spec.Allow(Fields);
        var strategy = spec.Child("inputStrategy");
        strategy.Allow(["includeEmptyProviders", "name"]);
        var name = strategy.Map is null ? Strategies[0] : strategy.RequiredText("name");
        if (name.Length > 0 && !Strategies.Contains(name))
        {
            findings.Add(FluxDiagnostics.NotOneOf("input strategy", name, Strategies, strategy.LocationOf("name")));
        }

        var metadata = spec.Child("commonMetadata");
        return new ResourceSet
        {
            Object = o,
            Inputs = [.. spec.Children("inputs").Select(static i => i.Map).OfType<MapNode>()],
            InputsFrom =
            [
                .. spec.Children("inputsFrom").Select(e => ReadReference(e, findings)).OfType<InputReference>(),
            ],
            Permutes = name == Strategies[1],
            IncludesEmptyProviders = strategy.Bool("includeEmptyProviders"),
            Steps = ReadSteps(spec, findings),
            CommonLabels = metadata.TextMap("labels"),
            CommonAnnotations = metadata.TextMap("annotations"),
            DependsOn =
            [
                .. spec.Children("dependsOn").Select(d => ReadDependency(d, findings)).OfType<ResourceSetDependency>(),
            ],
        };
    }

    private static InputReference? ReadReference(SpecFields entry, ICollection<Diagnostic> findings)
    {
        entry.Allow(["apiVersion", "kind", "name", "selector"]);
        var name = entry.Text("name");
        if (entry.Text("kind") is { Length: > 0 } kind and not InputProvider.Kind)
        {
            findings.Add(FluxDiagnostics.NotOneOf("kind", kind, [InputProvider.Kind], entry.LocationOf("kind")));
            return null;
        }

        if (name.Length > 0 == entry.Has("selector"))
        {
            findings.Add(FluxDiagnostics.NameOrSelector(entry.At));
            return null;
        }

        var selector = entry.Has("selector") ? InputSelector.Read(entry.Child("selector"), findings) : null;
        return new InputReference(name, selector, name.Length > 0 ? entry.LocationOf("name") : entry.At);
    }

    private static List<ResourceSetStep> ReadSteps(SpecFields spec, ICollection<Diagnostic> findings)
    {
        var hasOwn = spec.Has("resources") || spec.Has("resourcesTemplate");
        if (spec.Has("steps") == hasOwn)
        {
            findings.Add(
                hasOwn
                    ? FluxDiagnostics.StepsAndResources(spec.LocationOf("steps"))
                    : FluxDiagnostics.NoResources("the ResourceSet", spec.At)
            );
        }

        var steps = new List<ResourceSetStep>();
        if (hasOwn)
        {
            steps.Add(ReadStep(spec, ""));
        }

        var entries = spec.Children("steps");
        if (entries.Count > MaxSteps)
        {
            findings.Add(
                FluxDiagnostics.TooMuch($"a ResourceSet has at most {MaxSteps} steps", spec.LocationOf("steps"))
            );
        }

        foreach (var entry in entries.Take(MaxSteps))
        {
            entry.Allow(["name", "resources", "resourcesTemplate", "timeout"]);
            var step = ReadStep(entry, entry.RequiredText("name"));
            if (!entry.Has("resources") && !entry.Has("resourcesTemplate"))
            {
                findings.Add(FluxDiagnostics.NoResources($"step '{step.Name}'", entry.At));
            }

            steps.Add(step);
        }

        return steps;
    }

    private static ResourceSetStep ReadStep(SpecFields fields, string name)
    {
        // Reading it as a text reports what is none.
        _ = fields.Text("resourcesTemplate");
        return new ResourceSetStep(
            name,
            [.. fields.Children("resources").Select(static r => r.Map).OfType<MapNode>()],
            fields.Map?["resourcesTemplate"] as ScalarNode is { Tag: ScalarTag.String } template ? template : null
        );
    }

    // The expression sees the fields of the object itself, of whatever kind that is.
    private static ResourceSetDependency? ReadDependency(SpecFields entry, ICollection<Diagnostic> findings)
    {
        entry.Allow(["apiVersion", "kind", "name", "namespace", "ready", "readyExpr"]);
        var apiVersion = entry.RequiredText("apiVersion");
        var key = new ObjectKey(entry.RequiredText("kind"), entry.Text("namespace"), entry.RequiredText("name"));
        if (entry.Text("readyExpr").Length > 0 && entry.Map?["readyExpr"] is ScalarNode expr)
        {
            CelFindings.Check(expr, null, $"readyExpr of {key}", findings);
        }

        return apiVersion.Length > 0 && key.Kind.Length > 0 && key.Name.Length > 0
            ? new ResourceSetDependency(apiVersion, key, entry.LocationOf("name"))
            : null;
    }
}
