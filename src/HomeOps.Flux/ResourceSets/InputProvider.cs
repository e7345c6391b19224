using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// A ResourceSetInputProvider. What a provider of type Static gives is in the object itself; all other types ask something outside of the
/// repository.
/// </summary>
internal sealed class InputProvider
{
    public const string Kind = "ResourceSetInputProvider";
    public const string ApiVersion = "fluxcd.controlplane.io/v1";

    private const string Static = "Static";

    private static readonly string[] Fields =
    [
        "certSecretRef",
        "defaultValues",
        "filter",
        "insecure",
        "schedule",
        "secretRef",
        "selectors",
        "serviceAccountName",
        "skip",
        "type",
        "url",
    ];

    private static readonly string[] Types =
    [
        Static,
        "ACRArtifactTag",
        "AWSCodeCommitBranch",
        "AWSCodeCommitPullRequest",
        "AWSCodeCommitTag",
        "AzureDevOpsBranch",
        "AzureDevOpsPullRequest",
        "AzureDevOpsTag",
        "ECRArtifactTag",
        "ExternalArtifact",
        "ExternalService",
        "GARArtifactTag",
        "GitHubBranch",
        "GitHubPullRequest",
        "GitHubTag",
        "GitLabBranch",
        "GitLabEnvironment",
        "GitLabMergeRequest",
        "GitLabTag",
        "GiteaBranch",
        "GiteaPullRequest",
        "GiteaTag",
        "OCIArtifactTag",
    ];

    private readonly string type;

    private InputProvider(KustomizeResource o, string type, string url) => (Object, this.type, Url) = (o, type, url);

    public KustomizeResource Object { get; }

    public ObjectKey Key => ObjectKey.Of(Object);

    /// <summary>What it asks, for people.</summary>
    public string Url { get; }

    /// <summary>Its type.</summary>
    public string Type => type;

    /// <summary>
    /// The input sets it gives; null when only the cluster knows them. What a status in the file lists is taken as it is.
    /// </summary>
    public IReadOnlyList<Dictionary<string, object?>>? Inputs()
    {
        if (Object.Root.Map("status")?["exportedInputs"] is SeqNode exported)
        {
            return [.. exported.Items.OfType<MapNode>().Select(TemplateInputs.Of)];
        }

        if (type != Static || ResourceSet.IsOff(Object))
        {
            return null;
        }

        var values = Object.Root.Map("spec")?.Map("defaultValues") is { } given
            ? TemplateInputs.Of(given)
            : new Dictionary<string, object?>(StringComparer.Ordinal);
        // In the cluster it is made of the object's UID; flux-operator's own offline build takes the name.
        values["id"] = InputSets.IdOf(Object.Name);
        return [values];
    }

    public static InputProvider Read(KustomizeResource o, ICollection<Diagnostic> findings)
    {
        var spec = SpecFields.Of(o, findings);
        spec.Allow(Fields);
        var ofType = spec.RequiredText("type");
        if (ofType.Length > 0 && !Types.Contains(ofType))
        {
            findings.Add(FluxDiagnostics.NotOneOf("type", ofType, Types, spec.LocationOf("type")));
        }

        return new InputProvider(o, ofType, spec.Text("url"));
    }
}
