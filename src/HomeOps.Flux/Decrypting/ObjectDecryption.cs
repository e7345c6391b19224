using System.Text;
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
    private const string Ciphertext = "ENC[AES256_GCM,";
    private const int ShortestEncrypted = 100;
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
            CheckCiphertext(o);
            ApplyToValues(o);
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

        if (ks.DecryptionSecret.Length == 0 && o.Root.Map("sops")?["age"] is SeqNode { Items.Count: > 0 })
        {
            findings.Add(FluxDiagnostics.NoDecryptionSecret(ObjectKey.Of(o), o.At));
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
                    FluxDiagnostics.NotDecryptable(
                        ObjectKey.Of(o).ToString(),
                        "what it holds is no Kubernetes object",
                        o.At
                    )
                );
            }
        }
        catch (SopsException refused)
        {
            findings.Add(Refused(ObjectKey.Of(o).ToString(), refused, o.At));
        }
    }

    /// <summary>What is wrong with something that does not decrypt: nothing, perhaps, when only the key is missing here.</summary>
    public static Diagnostic Refused(string what, SopsException refused, Location at) =>
        refused.Failure == SopsFailure.NoKey
            ? FluxDiagnostics.NoKeyFor(what, refused.Diagnostic.Message, at)
            : FluxDiagnostics.NotDecryptable(what, refused.Diagnostic.Message, at);

    // What the controller does not take for encrypted, it applies and substitutes as it is.
    private void CheckCiphertext(KustomizeResource o)
    {
        if (o is not { Kind: "Secret", ApiVersion: "v1" })
        {
            return;
        }

        foreach (var field in (ReadOnlySpan<string>)["data", "stringData"])
        {
            foreach (var (key, value) in o.Root.Map(field)?.Entries ?? [])
            {
                if ((Node.TextOf(value) ?? "").StartsWith(Ciphertext, StringComparison.Ordinal))
                {
                    var hasBlock = !Node.IsMissingOrNull(o.Root["sops"]);
                    findings.Add(FluxDiagnostics.CiphertextLeft(key, ObjectKey.Of(o), hasBlock, value.At ?? o.At));
                    return;
                }
            }
        }
    }

    // A Secret that a generator made of an encrypted file holds the file's text as a value.
    private void ApplyToValues(KustomizeResource o)
    {
        if (o is not { Kind: "Secret", ApiVersion: "v1" } || o.Root.Map("data") is not { } data)
        {
            return;
        }

        foreach (var (key, value) in data.Entries.ToArray())
        {
            var format = SopsMarker.FormatOf(key);
            if (Decoded(Node.TextOf(value) ?? "") is not { } text || !SopsMarker.IsIn(text, format))
            {
                continue;
            }

            if (ks.DecryptionSecret is null)
            {
                findings.Add(FluxDiagnostics.ValueNotDecrypted(key, ObjectKey.Of(o), o.At));
            }
            else if (o.Annotation(Switch) != "disabled")
            {
                data.SetText(key, Convert.ToBase64String(Plain(key, text, format, o)));
            }
        }
    }

    private byte[] Plain(string key, string text, SopsFormat format, KustomizeResource o)
    {
        var source = new SourceText(key, text);
        if (options.Keys is { } keys)
        {
            try
            {
                return format.Decrypt(source, keys, ignoreMac: true).ToBytes();
            }
            catch (SopsException refused)
            {
                findings.Add(Refused($"'{key}' of {ObjectKey.Of(o)}", refused, o.At));
            }
        }

        return Encoding.UTF8.GetBytes(PlaceholderFile.Of(source, format, options.Placeholders));
    }

    private static string? Decoded(string value)
    {
        // All marks of SOPS are longer, and most values are shorter than what it adds.
        var bytes = new byte[value.Length];
        return value.Length > ShortestEncrypted && Convert.TryFromBase64String(value, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}
