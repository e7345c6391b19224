using HomeOps.Kustomize;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Decrypts built objects that SOPS encrypted (flux.md 2.4 b) when keys are at hand. The MAC is not checked: kustomize may have changed
/// metadata.
/// </summary>
internal sealed class ObjectDecryption(FluxKustomization ks, FluxOptions options, ICollection<Diagnostic> findings)
{
    private const string Marker = "ENC[";
    private const string Switch = "kustomize.toolkit.fluxcd.io/decrypt";

    /// <summary>Whether SOPS encrypted the object.</summary>
    public static bool IsEncrypted(KustomizeResource o) => o.Root.Map("sops")?.Text("mac") is { Length: > 0 };

    /// <summary>Whether one value is encrypted.</summary>
    public static bool IsEncrypted(string value) => value.StartsWith(Marker, StringComparison.Ordinal);

    /// <summary>Decrypts an object in place, or reports why Flux would not.</summary>
    public void Apply(KustomizeResource o)
    {
        if (!IsEncrypted(o))
        {
            return;
        }

        if (ks.DecryptionSecret is null)
        {
            // Flux refuses to apply Secrets that are still encrypted; other kinds it does not look at.
            if (o.Kind == "Secret")
            {
                findings.Add(FluxDiagnostics.NotDecrypted(ObjectKey.Of(o), o.At));
            }

            return;
        }

        if (options.Keys is not { } keys || o.Annotation(Switch) == "disabled")
        {
            return;
        }

        try
        {
            var plain = SopsFormat.Yaml.Decrypt(new SourceText(o.At.Path, o.ToYaml()), keys, ignoreMac: true).ToText();
            if (!o.TryReplace(plain, out _))
            {
                findings.Add(
                    FluxDiagnostics.NoKeyFor(ObjectKey.Of(o).ToString(), "what it holds is no Kubernetes object", o.At)
                );
            }
        }
        catch (SopsException refused)
        {
            findings.Add(FluxDiagnostics.NoKeyFor(ObjectKey.Of(o).ToString(), refused.Diagnostic.Message, o.At));
        }
    }
}
