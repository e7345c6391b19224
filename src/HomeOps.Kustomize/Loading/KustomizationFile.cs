using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Finds and reads the kustomization file of a folder.</summary>
internal static class KustomizationFile
{
    private const string Group = "kustomize.config.k8s.io/";

    private static readonly string[] Names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    private static readonly string[] Fields =
    [
        "apiVersion",
        "kind",
        "metadata",
        "openapi",
        "namePrefix",
        "nameSuffix",
        "namespace",
        "commonLabels",
        "labels",
        "commonAnnotations",
        "patchesStrategicMerge",
        "patchesJson6902",
        "patches",
        "images",
        "imageTags",
        "replacements",
        "replicas",
        "vars",
        "sortOptions",
        "resources",
        "components",
        "crds",
        "bases",
        "configMapGenerator",
        "secretGenerator",
        "helmGlobals",
        "helmCharts",
        "helmChartInflationGenerator",
        "generatorOptions",
        "configurations",
        "generators",
        "transformers",
        "validators",
        "buildMetadata",
    ];

    private static readonly string[] MetadataFields = ["name", "namespace", "labels", "annotations"];

    /// <summary>The kustomization of the loader's folder.</summary>
    /// <param name="loader">The folder.</param>
    /// <param name="at">Where the folder is referred to.</param>
    /// <param name="warnings">Gets a warning for each deprecated field.</param>
    /// <param name="allowsEmpty">Whether a file without any field is no error.</param>
    public static Kustomization Load(
        Loader loader,
        Location? at,
        ICollection<Diagnostic> warnings,
        bool allowsEmpty = false
    )
    {
        string? found = null;
        foreach (var name in Names)
        {
            if (!loader.IsFile(name, at))
            {
                continue;
            }

            if (found is not null)
            {
                throw new KustomizeException(
                    KustomizeDiagnostics.SeveralFiles(loader.ShownRoot, found, name, loader.Shown(name))
                );
            }

            found = name;
        }

        return found is null
            ? throw new KustomizeException(KustomizeDiagnostics.NoFile(loader.ShownRoot, at))
            : Read(loader.LoadText(found, at), found, warnings, allowsEmpty);
    }

    /// <summary>Whether a file is a folder's kustomization by its name.</summary>
    public static bool IsName(string name) => Names.Contains(name);

    /// <summary>Whether a folder has a kustomization file.</summary>
    public static bool Exists(FileTree tree, string folder) =>
        Array.Exists(Names, name => tree.Find(TreePath.Join(folder, name)) is { Kind: EntryKind.File });

    private static Kustomization Read(
        SourceText source,
        string file,
        ICollection<Diagnostic> warnings,
        bool allowsEmpty
    )
    {
        var roots = NodeReader.ReadConfiguration(source, warnings);
        var root = roots.Count == 0 || roots[0] is ScalarNode { Tag: ScalarTag.Null } ? new MapNode() : roots[0];
        if (root is not MapNode map)
        {
            throw new KustomizeException(KustomizeDiagnostics.NotAMap(source.At(root.Span)));
        }

        var fields = new FieldReader(map, source, "kustomization", Fields);
        var isComponent = CheckKind(fields);
        if (!allowsEmpty)
        {
            CheckEmpty(fields, source);
        }

        Warn(fields, warnings);
        fields.Child("metadata", MetadataFields);
        var openApi = fields.TextMap("openapi");
        var options = GeneratorArguments.ReadOptions(fields.Child("generatorOptions", GeneratorOptions.Fields));
        return new Kustomization
        {
            File = file,
            At = source.At(0, 0),
            IsComponent = isComponent,
            Resources = [.. fields.Texts("resources"), .. fields.Texts("bases")],
            Components = fields.Texts("components"),
            Configurations = fields.Texts("configurations"),
            Crds = fields.Texts("crds"),
            Generators = fields.Texts("generators"),
            Transformers = fields.Texts("transformers"),
            Validators = fields.Texts("validators"),
            ConfigMaps = GeneratorArguments.ReadAll(fields, "configMapGenerator", options),
            Secrets = GeneratorArguments.ReadAll(fields, "secretGenerator", options),
            PatchesStrategicMerge = fields.Texts("patchesStrategicMerge"),
            PatchesJson6902 = PatchArguments.ReadAll(fields, "patchesJson6902"),
            Patches = PatchArguments.ReadAll(fields, "patches"),
            Namespace = fields.Text("namespace"),
            NamePrefix = fields.Text("namePrefix"),
            NameSuffix = fields.Text("nameSuffix"),
            Labels = LabelArguments.ReadAll(fields),
            CommonLabels = fields.TextMap("commonLabels"),
            CommonAnnotations = fields.TextMap("commonAnnotations"),
            Images = [.. ImageArguments.ReadAll(fields, "images"), .. ImageArguments.ReadAll(fields, "imageTags")],
            Replicas = ReplicaArguments.ReadAll(fields),
            Replacements = Replacement.ReadAll(fields),
            Vars = Variable.ReadAll(fields, "vars"),
            Sort = SortArguments.Read(fields),
            BuildMetadata = fields.Texts("buildMetadata"),
            OpenApiPath = openApi?.GetValueOrDefault("path"),
            OpenApiVersion = openApi?.GetValueOrDefault("version"),
            HelmCharts =
                fields.Has("helmCharts") ? fields.LocationOf("helmCharts")
                : fields.Has("helmChartInflationGenerator") ? fields.LocationOf("helmChartInflationGenerator")
                : null,
        };
    }

    private static bool CheckKind(FieldReader fields)
    {
        var kind = fields.Text("kind");
        if (kind is not ("" or "Kustomization" or Kustomization.ComponentKind))
        {
            throw new KustomizeException(KustomizeDiagnostics.WrongKind(kind, fields.LocationOf("kind")));
        }

        var isComponent = kind == Kustomization.ComponentKind;
        var required = Group + (isComponent ? "v1alpha1" : "v1beta1");
        var version = fields.Text("apiVersion");
        if (version.Length > 0 && version != required)
        {
            throw new KustomizeException(
                KustomizeDiagnostics.WrongVersion(version, required, fields.LocationOf("apiVersion"))
            );
        }

        return isComponent;
    }

    private static void CheckEmpty(FieldReader fields, SourceText source)
    {
        foreach (var name in Fields.AsSpan(2))
        {
            if (fields.Has(name) && !fields.IsZero(name))
            {
                return;
            }
        }

        throw new KustomizeException(KustomizeDiagnostics.Empty(source.At(0, 0)));
    }

    private static void Warn(FieldReader fields, ICollection<Diagnostic> warnings)
    {
        ReadOnlySpan<(string Old, string New)> deprecated =
        [
            ("bases", "resources"),
            ("imageTags", "images"),
            ("commonLabels", "labels"),
            ("patchesJson6902", "patches"),
            ("patchesStrategicMerge", "patches"),
            ("vars", "replacements"),
        ];
        foreach (var (old, current) in deprecated)
        {
            if (fields.Has(old))
            {
                warnings.Add(KustomizeDiagnostics.Deprecated(old, current, fields.LocationOf(old)));
            }
        }
    }
}
