using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Reads a Flux Kustomization from its object (flux.md 2.1).</summary>
internal static class KustomizationReader
{
    private static readonly string[] Fields =
    [
        "buildMetadata",
        "commonMetadata",
        "components",
        "decryption",
        "deletionPolicy",
        "dependsOn",
        "force",
        "healthCheckExprs",
        "healthChecks",
        "ignore",
        "ignoreMissingComponents",
        "images",
        "interval",
        "kubeConfig",
        "namePrefix",
        "nameSuffix",
        "patches",
        "path",
        "postBuild",
        "prune",
        "retryInterval",
        "serviceAccountName",
        "sourceRef",
        "suspend",
        "targetNamespace",
        "timeout",
        "wait",
    ];

    /// <summary>What files may come from.</summary>
    public static readonly string[] SourceKinds = ["GitRepository", "OCIRepository", "Bucket", "ExternalArtifact"];

    public static FluxKustomization Read(KustomizeResource o, ICollection<Diagnostic> findings)
    {
        var spec = SpecFields.Of(o, findings);
        spec.Allow(Fields);
        spec.RequiredText("interval");
        spec.Duration("interval");
        spec.Duration("retryInterval");
        spec.Duration("timeout");
        spec.Require("prune");
        var postBuild = spec.Child("postBuild");
        postBuild.Allow(["substitute", "substituteFrom", "substituteStrategy"]);
        HealthExpressions.Check(spec, findings);
        if (o.Namespace.Length == 0)
        {
            findings.Add(FluxDiagnostics.NoNamespace(o.Name, o.At));
        }

        return new FluxKustomization
        {
            Namespace = o.Namespace,
            Name = o.Name,
            At = o.At,
            Object = o,
            Path = spec.Text("path"),
            PathAt = spec.LocationOf("path"),
            Source = ReadSource(spec, o.Namespace, findings),
            DependsOn = Dependency.ReadAll(spec, o.Namespace),
            IsSuspended = spec.Bool("suspend"),
            Prunes = spec.Bool("prune"),
            Substitute = postBuild.TextMap("substitute"),
            SubstituteFrom = ReadSubstituteFrom(postBuild, findings),
            SubstitutesAlways = postBuild.Text("substituteStrategy") == "Always",
            DecryptionSecret = ReadDecryption(spec, findings),
            DecryptionAt = spec.Child("decryption").Child("secretRef").LocationOf("name"),
            CommonLabels = spec.Child("commonMetadata").TextMap("labels"),
            CommonAnnotations = spec.Child("commonMetadata").TextMap("annotations"),
            Overlay = ReadOverlay(spec, findings),
        };
    }

    private static SourceReference? ReadSource(SpecFields spec, string ownNamespace, ICollection<Diagnostic> findings)
    {
        spec.Require("sourceRef");
        var source = SourceReference.Read(spec, "sourceRef", ownNamespace);
        if (source is { Kind.Length: > 0 } && !SourceKinds.Contains(source.Kind))
        {
            findings.Add(FluxDiagnostics.UnknownSourceKind(source.Kind, SourceKinds, source.KindAt));
        }

        return source;
    }

    private static List<SubstituteReference> ReadSubstituteFrom(SpecFields postBuild, ICollection<Diagnostic> findings)
    {
        var result = new List<SubstituteReference>();
        foreach (var entry in postBuild.Children("substituteFrom"))
        {
            entry.Allow(["kind", "name", "optional"]);
            var kind = entry.RequiredText("kind");
            if (kind is not ("ConfigMap" or "Secret" or ""))
            {
                findings.Add(
                    FluxDiagnostics.UnknownSourceKind(kind, ["ConfigMap", "Secret"], entry.LocationOf("kind"))
                );
            }

            var name = entry.RequiredText("name");
            if (kind is "ConfigMap" or "Secret" && name.Length > 0)
            {
                result.Add(new SubstituteReference(kind, name, entry.Bool("optional"), entry.LocationOf("name")));
            }
        }

        return result;
    }

    private static string? ReadDecryption(SpecFields spec, ICollection<Diagnostic> findings)
    {
        if (!spec.Has("decryption"))
        {
            return null;
        }

        var decryption = spec.Child("decryption");
        decryption.Allow(["provider", "secretRef", "serviceAccountName"]);
        if (decryption.RequiredText("provider") is { Length: > 0 } provider and not "sops")
        {
            findings.Add(FluxDiagnostics.UnknownProvider(provider, decryption.LocationOf("provider")));
        }

        return decryption.Child("secretRef").Text("name");
    }

    private static KustomizeOverlay ReadOverlay(SpecFields spec, ICollection<Diagnostic> findings)
    {
        var overlay = new KustomizeOverlay
        {
            IsFlux = true,
            Namespace = spec.Text("targetNamespace"),
            NamePrefix = spec.Text("namePrefix"),
            NameSuffix = spec.Text("nameSuffix"),
            Components = spec.Texts("components"),
            IgnoresMissingComponents = spec.Bool("ignoreMissingComponents"),
            BuildMetadata = spec.Texts("buildMetadata"),
        };
        return spec.Map is null ? overlay : overlay.WithPatchesAndImages(spec.Map, spec.At, findings);
    }
}
