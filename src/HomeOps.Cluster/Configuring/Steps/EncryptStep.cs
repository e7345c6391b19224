using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The repository with its secrets encrypted.</summary>
/// <param name="Files">All files; none holds a secret in plain text.</param>
/// <param name="Summary">What became of the secrets.</param>
internal sealed record Encryption(MemoryTree Files, SecretsSummary Summary);

/// <summary>
/// Encrypts what a rule of .sops.yaml covers. A file that is on disk already is brought in step with the least change, so a
/// secret that did not change keeps its bytes.
/// </summary>
internal sealed class EncryptStep
{
    private readonly LoadedInputs inputs;
    private readonly SopsConfig? config;
    private readonly SopsContext context;
    private readonly DiagnosticBag findings;
    private (int Encrypted, int Updated, int Unchanged) count;
    private bool isForOthers;

    private EncryptStep(LoadedInputs inputs, SopsConfig? config, SopsContext context, DiagnosticBag findings) =>
        (this.inputs, this.config, this.context, this.findings) = (inputs, config, context, findings);

    /// <summary>Encrypts; what could not be encrypted is reported and left out of the result.</summary>
    public static Encryption Run(LoadedInputs inputs, MemoryTree rendered, SopsContext context, DiagnosticBag findings)
    {
        var rules = SopsRules.Read(rendered, inputs.Repository, findings);
        return new EncryptStep(inputs, rules, context, findings).Encrypt(rendered);
    }

    private Encryption Encrypt(MemoryTree rendered)
    {
        using var keys = KeyRing();
        var result = new MemoryTree();
        var isKeyMissed = false;
        foreach (var file in rendered.All)
        {
            if (!MustBeEncrypted(file.Path, out var rule))
            {
                result.Add(file);
            }
            else if (keys is null)
            {
                isKeyMissed = true;
            }
            else if (rule is not null && Encrypted(file, rule, keys) is { } encrypted)
            {
                result.Add(encrypted);
            }
        }

        if (isKeyMissed && !inputs.Keys.ContainsKey(AgeKey.FileName))
        {
            var place = Location.OfFile(inputs.Shown(AgeKey.FileName));
            findings.Add(InputFileDiagnostics.Missing(AgeKey.FileName, place));
        }

        if (isForOthers)
        {
            findings.Add(InputFileDiagnostics.OtherRecipient(Location.OfFile(SopsConfig.FileName)));
        }

        return new Encryption(result, new SecretsSummary(count.Encrypted, count.Updated, count.Unchanged));
    }

    // A rule without path_regex covers everything, manifests as well: it is meant for the files that say they are secret.
    private bool MustBeEncrypted(string path, out CreationRule? rule)
    {
        rule = null;
        var isNamedSecret = SopsRules.IsNamedSecret(path);
        if (path == SopsConfig.FileName || (config is null && !isNamedSecret))
        {
            return false;
        }

        try
        {
            rule = config?.FindRule(path);
            if (rule is { PathRegex: null } && !isNamedSecret)
            {
                rule = null;
            }

            if (rule is null && isNamedSecret)
            {
                findings.Add(CheckDiagnostics.NoRule(path));
            }

            return rule is not null || isNamedSecret;
        }
        catch (SopsException e)
        {
            findings.Add(e.Diagnostic);
            return true;
        }
    }

    private MemoryFile? Encrypted(MemoryFile file, CreationRule rule, SopsKeyRing keys)
    {
        var format = SopsFormat.For(file.Path);
        var wanted = new SourceText(file.Path, file.Text);
        try
        {
            if (IsEncrypted(format, wanted))
            {
                return file;
            }

            if (!rule.Recipients.Any(r => keys.Sources.Any(s => s.Recipients.Contains(r.ToString()))))
            {
                isForOthers = true;
                return null;
            }

            if (Existing(format, file.Path) is { } existing)
            {
                var update = format.Update(existing, wanted, rule, keys, context);
                _ = update.Kind == SopsUpdateKind.Unchanged ? count.Unchanged++ : count.Updated++;
                return file with { Content = Encoding.UTF8.GetBytes(update.Text) };
            }

            count.Encrypted++;
            return file with { Content = Encoding.UTF8.GetBytes(format.Encrypt(wanted, rule, context)) };
        }
        catch (SopsException e)
        {
            findings.Add(SecretPlaces.Hidden(e.Diagnostic, file.Path));
            return null;
        }
    }

    // The encrypted file on disk; null when there is none, or one that is not encrypted.
    private SourceText? Existing(SopsFormat format, string path)
    {
        byte[]? bytes;
        try
        {
            bytes = inputs.Repository.TryRead(path);
        }
        catch (PathEscapeException)
        {
            // A folder that links out of the repository has its finding when writing is planned.
            return null;
        }

        if (bytes is null)
        {
            return null;
        }

        var text = new SourceText(path, Encoding.UTF8.GetString(bytes));
        return IsEncrypted(format, text) ? text : null;
    }

    private static bool IsEncrypted(SopsFormat format, SourceText text)
    {
        try
        {
            return format.Status(text).IsEncrypted;
        }
        catch (SopsException e) when (e.Failure is not SopsFailure.BadMetadata)
        {
            return false;
        }
    }

    private SopsKeyRing? KeyRing()
    {
        if (!inputs.Keys.TryGetValue(AgeKey.FileName, out var key))
        {
            return null;
        }

        var shown = inputs.Shown(AgeKey.FileName);
        return AgeKey.Read(Encoding.UTF8.GetString(key), shown, findings) is { } identities
            ? new SopsKeyRing([KeySource.FromIdentities(shown, identities)])
            : null;
    }
}
