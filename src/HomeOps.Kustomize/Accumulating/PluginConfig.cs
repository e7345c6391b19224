using HomeOps.Schema;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// An object that configures a generator or transformer. Only kustomize's own, with apiVersion <c>builtin</c>, are run; others would be
/// programs.
/// </summary>
internal sealed class PluginConfig(Resource config)
{
    private const string ValidatedBy = "validated-by";

    private static readonly string[] MetadataFields = ["name", "namespace", "labels", "annotations"];

    /// <summary>What it leaves on objects as their origin; null when its own is not known.</summary>
    public Origin? TransformerOrigin =>
        config.Origin is not { } own
            ? null
            : own with
            {
                Path = "",
                ConfiguredIn = own.Path,
                ApiVersion = config.Gvk.ApiVersion,
                Kind = config.Kind,
                Name = config.Name,
                Namespace = config.Namespace,
            };

    /// <summary>Runs a generator.</summary>
    public static Resource Generate(Loader loader, PluginConfig plugin)
    {
        var fields = plugin.Fields();
        return plugin.Kind switch
        {
            "ConfigMapGenerator" => ObjectGenerator.MakeConfigMap(loader, plugin.Arguments(fields)),
            "SecretGenerator" => ObjectGenerator.MakeSecret(loader, plugin.Arguments(fields)),
            "IAMPolicyGenerator" => IamPolicyGenerator.Make(fields, plugin.At),
            "HelmChartInflationGenerator" => throw new KustomizeException(KustomizeDiagnostics.HelmCharts(plugin.At)),
            _ => throw new KustomizeException(KustomizeDiagnostics.UnknownPlugin(plugin.Kind, plugin.At)),
        };
    }

    /// <summary>Runs a transformer.</summary>
    public void Transform(ResMap objects, Loader loader, KubernetesMergeKeys schemas)
    {
        var transformer = Create(loader, schemas);
        objects.Transform(all =>
        {
            transformer(all);
            if (TransformerOrigin is { } origin)
            {
                OriginAnnotation.Record(all, origin);
            }
        });
    }

    /// <summary>Runs a transformer as a validator: it may change nothing but the label that says who validated.</summary>
    public void Validate(ResMap objects, Loader loader, KubernetesMergeKeys schemas)
    {
        var before = new List<(Resource Resource, string Content)>();
        foreach (var resource in objects.Resources)
        {
            before.Add((resource, resource.Root.ToJson()));
        }

        objects.Transform(Create(loader, schemas));
        foreach (var (resource, content) in before)
        {
            if (resource.IsDeleted || WithoutValidator(resource.Root).ToJson() != content)
            {
                throw new KustomizeException(
                    KustomizeDiagnostics.ValidatorChanges(config.Kind, config.Name, resource.CurrentId, At)
                );
            }
        }
    }

    private static MapNode WithoutValidator(MapNode root)
    {
        if (root.Map("metadata")?.Map("labels")?[ValidatedBy] is null)
        {
            return root;
        }

        var copy = (MapNode)root.Copy();
        var labels = copy.Map("metadata")?.Map("labels");
        labels?.Remove(ValidatedBy);
        if (labels is { Count: 0 })
        {
            copy.Map("metadata")?.Remove("labels");
        }

        return copy;
    }

    private Location At => config.At;

    private string Kind =>
        config.Gvk is { Group: "", Version: "builtin" }
            ? config.Kind
            : throw new KustomizeException(KustomizeDiagnostics.ExternalPlugin(config.Gvk, At));

    private FieldReader Fields() => new(config.Root, At.Source, config.Kind, []);

    // The name of the object made is that of the configuration.
    private GeneratorArguments Arguments(FieldReader fields)
    {
        var arguments = GeneratorArguments.Read(fields, null);
        return arguments with
        {
            Name = arguments.Name.Length > 0 ? arguments.Name : config.Name,
            Namespace = arguments.Namespace.Length > 0 ? arguments.Namespace : config.Namespace,
        };
    }

    private Action<ResMap> Create(Loader loader, KubernetesMergeKeys schemas)
    {
        var fields = Fields();
        var specs = Specs(fields);
        switch (Kind)
        {
            case "NamespaceTransformer":
                var space = fields.Child("metadata", MetadataFields)?.Text("namespace") ?? "";
                return new NamespaceTransformer(
                    space,
                    specs,
                    At,
                    SubjectMode(fields),
                    fields.Bool("unsetOnly")
                ).Transform;
            case "PrefixTransformer":
                return new AffixTransformer(fields.Text("prefix"), isPrefix: true, Given(specs, fields)).Transform;
            case "SuffixTransformer":
                return new AffixTransformer(fields.Text("suffix"), isPrefix: false, Given(specs, fields)).Transform;
            case "PrefixSuffixTransformer":
                Action<ResMap> prefix = new AffixTransformer(fields.Text("prefix"), isPrefix: true, specs).Transform;
                return prefix + new AffixTransformer(fields.Text("suffix"), isPrefix: false, specs).Transform;
            case "LabelTransformer":
                return new TextMapTransformer(Pairs(fields, "labels"), specs).Transform;
            case "AnnotationsTransformer":
                return new TextMapTransformer(Pairs(fields, "annotations"), specs).Transform;
            case "PatchTransformer":
                return new PatchTransformer(loader, PatchArguments.Read(fields, "patch"), schemas).Transform;
            case "PatchJson6902Transformer":
                return new JsonPatchTransformer(loader, PatchArguments.Read(fields, "jsonOp")).Transform;
            case "PatchStrategicMergeTransformer":
                return new SmPatchTransformer(loader, Patches(fields), schemas).Transform;
            case "ReplicaCountTransformer":
                var replica = fields.Child("replica", ReplicaArguments.Fields);
                return new ReplicaTransformer(
                    replica is null ? new ReplicaArguments("", 0, At) : ReplicaArguments.Read(replica),
                    specs
                ).Transform;
            case "ImageTagTransformer":
                var image = fields.Child("imageTag", ImageArguments.Fields);
                return image is null
                    ? static _ => { }
                    : new ImageTransformer(ImageArguments.Read(image), specs, At).Transform;
            case "ReplacementTransformer":
                return new ReplacementTransformer(Replacement.Load(loader, Replacement.ReadAll(fields))).Transform;
            case "ValueAddTransformer":
                return ValueAddTransformer.Read(fields, loader).Transform;
            case "HashTransformer":
                return HashTransformer.Transform;
            default:
                throw new KustomizeException(KustomizeDiagnostics.UnknownPlugin(Kind, At));
        }
    }

    private static IReadOnlyDictionary<string, string> Pairs(FieldReader fields, string name) =>
        fields.TextMap(name) ?? new Dictionary<string, string>();

    private string SubjectMode(FieldReader fields) =>
        fields.Text("setRoleBindingSubjects") is var mode
        && mode is "" or "defaultOnly" or "allServiceAccounts" or "none"
            ? mode
            : throw new KustomizeException(KustomizeDiagnostics.UnknownSubjectMode(mode, At));

    private static IReadOnlyList<FieldSpec> Specs(FieldReader fields) => FieldSpec.ReadAll(fields, "fieldSpecs");

    // kustomize takes no default here, only an empty list.
    private IReadOnlyList<FieldSpec> Given(IReadOnlyList<FieldSpec> specs, FieldReader fields) =>
        fields.Has("fieldSpecs")
            ? specs
            : throw new KustomizeException(KustomizeDiagnostics.NoFieldSpecs(config.Kind, config.Name, At));

    private static IReadOnlyList<LocatedText> Patches(FieldReader fields)
    {
        var text = fields.Text("patches");
        return text.Length > 0
            ? [.. fields.Texts("paths"), new LocatedText(text + "\n", fields.LocationOf("patches"))]
            : fields.Texts("paths");
    }
}
