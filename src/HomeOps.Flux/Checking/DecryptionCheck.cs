using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Checks the Secrets with keys that <c>decryption</c> names (flux.md 2.4). Most are made by hand when the cluster is bootstrapped, so one
/// that is not in the repository is no mistake of itself.
/// </summary>
internal sealed class DecryptionCheck(ObjectIndex index)
{
    private static readonly string[] Endings = [".agekey", ".asc"];
    private static readonly string[] Names = ["sops.aws-kms", "sops.azure-kv", "sops.gcp-kms", "sops.vault-token"];

    private readonly Dictionary<string, string?> elsewhere = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, List<Diagnostic>> Run(IEnumerable<FluxKustomization> all)
    {
        var findings = new Dictionary<string, List<Diagnostic>>(StringComparer.Ordinal);
        foreach (var ks in all)
        {
            if (
                ks is { DecryptionSecret: { Length: > 0 } name, DecryptionAt: { } at }
                && Find(ks, name, at) is { } finding
            )
            {
                findings[ks.Id] = [finding];
            }
        }

        return findings;
    }

    private Diagnostic? Find(FluxKustomization ks, string name, Location at)
    {
        var key = new ObjectKey("Secret", ks.Namespace, name);
        if (index.Find(key) is { } secret)
        {
            return HasKey(secret) ? null : FluxDiagnostics.NoKeyInSecret(key, at);
        }

        // Bootstrapping makes the one of Flux's own namespace.
        return
            ks.Namespace != SourceResolution.Own.Namespace && index.MakerOf(key) is null && Elsewhere(name) is { } other
            ? FluxDiagnostics.SecretInOtherNamespace(key, other, at)
            : null;
    }

    private string? Elsewhere(string name)
    {
        if (!elsewhere.TryGetValue(name, out var found))
        {
            elsewhere[name] = found = index.NamespacesOf("Secret", name).FirstOrDefault();
        }

        return found;
    }

    private static bool HasKey(KustomizeResource secret)
    {
        foreach (var field in (ReadOnlySpan<string>)["data", "stringData"])
        {
            foreach (var (key, _) in secret.Root.Map(field)?.Entries ?? [])
            {
                if (Array.Exists(Endings, e => key.EndsWith(e, StringComparison.Ordinal)) || Names.Contains(key))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
