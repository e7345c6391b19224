namespace HomeOps.Flux;

/// <summary>What the API takes of one kind of source (source.toolkit.fluxcd.io/v1).</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Fields">The fields of <c>spec</c>.</param>
/// <param name="Required">Those that have to be there, beside what is read anyway.</param>
/// <param name="Schemes">How its URL may begin; none for kinds without a URL.</param>
/// <param name="Providers">The words for <c>provider</c>; none for kinds without.</param>
/// <param name="Reference">The fields of <c>ref</c>; none for kinds without.</param>
internal sealed record SourceRule(
    string Kind,
    string[] Fields,
    string[] Required,
    string[] Schemes,
    string[] Providers,
    string[] Reference
)
{
    private static readonly SourceRule[] All =
    [
        new(
            "GitRepository",
            [
                "ignore",
                "include",
                "interval",
                "provider",
                "proxySecretRef",
                "recurseSubmodules",
                "ref",
                "secretRef",
                "serviceAccountName",
                "sparseCheckout",
                "suspend",
                "timeout",
                "url",
                "verify",
            ],
            ["interval"],
            ["http", "https", "ssh"],
            ["generic", "aws", "azure", "github"],
            ["branch", "commit", "name", "semver", "tag"]
        ),
        new(
            "OCIRepository",
            [
                "certSecretRef",
                "ignore",
                "insecure",
                "interval",
                "layerSelector",
                "provider",
                "proxySecretRef",
                "ref",
                "secretRef",
                "serviceAccountName",
                "suspend",
                "timeout",
                "url",
                "verify",
            ],
            ["interval"],
            ["oci"],
            ["generic", "aws", "azure", "gcp"],
            ["digest", "semver", "semverFilter", "tag"]
        ),
        new(
            "HelmRepository",
            [
                "accessFrom",
                "certSecretRef",
                "insecure",
                "interval",
                "passCredentials",
                "provider",
                "secretRef",
                "suspend",
                "timeout",
                "type",
                "url",
            ],
            [],
            ["http", "https", "oci"],
            ["generic", "aws", "azure", "gcp"],
            []
        ),
        new(
            "HelmChart",
            [
                "chart",
                "ignoreMissingValuesFiles",
                "interval",
                "reconcileStrategy",
                "sourceRef",
                "suspend",
                "valuesFiles",
                "verify",
                "version",
            ],
            ["interval", "sourceRef"],
            [],
            [],
            []
        ),
        new(
            "Bucket",
            [
                "bucketName",
                "certSecretRef",
                "endpoint",
                "ignore",
                "insecure",
                "interval",
                "prefix",
                "provider",
                "proxySecretRef",
                "region",
                "secretRef",
                "serviceAccountName",
                "sts",
                "suspend",
                "timeout",
            ],
            ["interval"],
            [],
            ["generic", "aws", "azure", "gcp"],
            []
        ),
        new("ExternalArtifact", ["sourceRef"], [], [], [], []),
    ];

    /// <summary>The rule of a kind; null for kinds that are no sources.</summary>
    public static SourceRule? Of(string kind) => Array.Find(All, r => r.Kind == kind);

    /// <summary>Reports what the API refuses.</summary>
    public void Check(SpecFields spec, string apiVersion, ICollection<Text.Diagnostic> findings)
    {
        // Older versions had other fields; what is still served of them is read as it is.
        if (apiVersion.EndsWith("/v1", StringComparison.Ordinal))
        {
            spec.Allow(Fields);
            if (Reference.Length > 0)
            {
                spec.Child("ref").Allow(Reference);
            }
        }

        foreach (var field in Required)
        {
            spec.Require(field);
        }

        spec.Duration("interval");
        spec.Duration("timeout");
        OneOf(spec, "provider", Providers, findings);
        var url = spec.Text("url");
        if (url.Length > 0 && Schemes.Length > 0 && !Array.Exists(Schemes, s => Begins(url, s)))
        {
            findings.Add(FluxDiagnostics.BadScheme(Kind, url, Schemes, spec.LocationOf("url")));
        }

        switch (Kind)
        {
            case "HelmRepository":
                OneOf(spec, "type", ["default", "oci"], findings);
                if (url.Length > 0 && Begins(url, "oci") != (spec.Text("type") == "oci"))
                {
                    findings.Add(FluxDiagnostics.TypeAndScheme(Begins(url, "oci"), spec.LocationOf("url")));
                }

                break;
            case "OCIRepository":
                OneOf(spec.Child("layerSelector"), "operation", ["extract", "copy"], findings);
                break;
            case "HelmChart":
                OneOf(spec, "reconcileStrategy", ["ChartVersion", "Revision"], findings);
                OneOf(spec.Child("sourceRef"), "kind", ["HelmRepository", "GitRepository", "Bucket"], findings);
                break;
        }
    }

    private static bool Begins(string url, string scheme) => url.StartsWith(scheme + "://", StringComparison.Ordinal);

    private static void OneOf(SpecFields fields, string name, string[] known, ICollection<Text.Diagnostic> findings)
    {
        if (known.Length > 0 && fields.Text(name) is { Length: > 0 } word && !known.Contains(word))
        {
            findings.Add(FluxDiagnostics.NotOneOf(name, word, known, fields.LocationOf(name)));
        }
    }
}
