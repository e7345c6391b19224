using HomeOps.Sops.Checking;
using HomeOps.Sops.Keys;
using HomeOps.Sops.Metadata;
using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>
/// Finds what is wrong with the secrets of a repository before it is pushed: plain files and values that should be encrypted, recipients that
/// differ from the rule, Secrets that Flux or the API server will not take. Needs no key.
/// </summary>
public sealed class SopsCheck(SopsConfig? config)
{
    private readonly List<Diagnostic> findings = [.. config?.Diagnostics ?? []];
    private readonly FluxKeyCheck flux = new();

    /// <summary>How many files are covered by a rule, encrypted, or named as encrypted ones.</summary>
    public int Count { get; private set; }

    /// <summary>The findings about all files taken in, in the order of the files.</summary>
    public IReadOnlyList<Diagnostic> Findings => [.. findings, .. flux.Findings()];

    /// <summary>Whether a file should be encrypted: a rule with an expression covers it, or it is named as encrypted files are.</summary>
    public static bool IsSecretName(string path, CreationRule? rule)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        // The templates of secrets are no secrets, and unanchored expressions find them too.
        return name is not SopsConfig.FileName
            && !name.EndsWith(".j2", StringComparison.Ordinal)
            && !name.EndsWith(".jinja", StringComparison.Ordinal)
            && (rule?.PathRegex is not null || name.Contains(".sops.", StringComparison.Ordinal));
    }

    /// <summary>Looks at a file.</summary>
    /// <returns>Whether it is encrypted.</returns>
    public bool Add(SopsRepositoryFile file)
    {
        var format = SopsFormat.For(file.RulePath);
        var rule = Rule(file.RulePath, out var isKnown);
        var expected = IsSecretName(file.RulePath, rule);
        var isYaml = format == SopsFormat.Yaml;
        var marked = file.Text.Text.Contains("ENC[AES256_GCM,", StringComparison.Ordinal);
        if (!expected && !marked && !(isYaml && MayConcernFlux(file.Text.Text)))
        {
            return false;
        }

        try
        {
            var content = format.Read(file.Text);
            foreach (var document in isYaml ? content.Tree.Documents : [])
            {
                flux.Add(file.Text, document);
            }

            var isEncrypted = Check(file, format, content.Block, content.Tree, rule, expected);
            if (isEncrypted && isKnown && rule is null)
            {
                findings.Add(SopsCheckDiagnostics.NoRule(file.Text.Path));
            }

            return isEncrypted;
        }
        catch (SopsException exception)
        {
            if (expected)
            {
                Count++;
                findings.Add(HiddenText.Of(exception).Diagnostic);
            }

            return false;
        }
    }

    private bool Check(
        SopsRepositoryFile file,
        SopsFormat format,
        SopsNode? block,
        SopsTree tree,
        CreationRule? rule,
        bool expected
    )
    {
        if (block is null)
        {
            if (expected)
            {
                Count++;
                findings.Add(SopsCheckDiagnostics.NotEncrypted(file.Text.Path, rule?.Number));
            }

            return false;
        }

        Count++;
        var metadata = new MetadataReader(file.Text, format.UsualSelector).Read(block);
        LeafCheck.Run(tree, metadata.Selector, findings);
        if (rule is not null)
        {
            Compare(file, format, metadata, rule);
        }

        return true;
    }

    private void Compare(SopsRepositoryFile file, SopsFormat format, SopsMetadata metadata, CreationRule rule)
    {
        var at = file.Text.At(metadata.Block.Span);
        if (metadata.Groups.Count == 1)
        {
            var has = metadata.Recipients.Select(DataKeyLock.Name).ToHashSet(StringComparer.Ordinal);
            var wants = rule.Recipients.Select(static r => r.ToString()).ToHashSet(StringComparer.Ordinal);
            string[] missing = [.. wants.Where(w => !has.Contains(w))];
            string[] extra = [.. has.Where(h => !wants.Contains(h))];
            if (missing.Length + extra.Length > 0)
            {
                findings.Add(SopsCheckDiagnostics.RecipientsDiffer(file.Text.Path, rule.Number, missing, extra, at));
            }
        }

        var selector = format.SelectorOf(rule);
        if (metadata.Selector != selector || metadata.MacOnlyEncrypted != rule.MacOnlyEncrypted)
        {
            findings.Add(
                SopsCheckDiagnostics.SettingsDiffer(
                    file.Text.Path,
                    Words(metadata.Selector, metadata.MacOnlyEncrypted),
                    rule.Number,
                    Words(selector, rule.MacOnlyEncrypted),
                    at
                )
            );
        }
    }

    private CreationRule? Rule(string path, out bool isKnown)
    {
        isKnown = config is not null;
        try
        {
            return config?.FindRule(path);
        }
        catch (SopsException exception)
        {
            // One bad rule is one finding, however many files meet it.
            if (!findings.Contains(exception.Diagnostic))
            {
                findings.Add(exception.Diagnostic);
            }

            isKnown = false;
            return null;
        }
    }

    private static string Words(SopsSelector selector, bool macOnlyEncrypted)
    {
        var words = selector.Name is { } name ? $"{name}: {selector.Pattern}" : "everything";
        return macOnlyEncrypted ? words + ", mac_only_encrypted" : words;
    }

    private static bool MayConcernFlux(string text) =>
        text.Contains("kind: Secret", StringComparison.Ordinal)
        || text.Contains("decryption:", StringComparison.Ordinal);
}
