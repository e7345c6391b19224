using HomeOps.Text;

namespace HomeOps.Sops.Checking;

/// <summary>
/// Flux reads age identities from those entries of its decryption Secret whose names end in <c>.agekey</c>, and is silent about others
/// (kustomize-controller, decryptor). This finds such Secrets in a repository: those that a Kustomization names, and <c>sops-age</c>.
/// </summary>
internal sealed class FluxKeyCheck
{
    private const string UsualName = "sops-age";
    private const string Ending = ".agekey";

    private readonly HashSet<string> names = new([UsualName], StringComparer.Ordinal);
    private readonly List<(string Name, SopsMap Secret, Location At)> secrets = [];

    /// <summary>Takes a document in.</summary>
    public void Add(SourceText source, SopsMap document)
    {
        if (Text(document, "spec", "decryption", "secretRef", "name") is { } named)
        {
            names.Add(named);
        }

        if (LeafCheck.IsSecret(document) && Text(document, "metadata", "name") is { } name)
        {
            secrets.Add((name, document, source.At(document["metadata"]?.Span ?? document.Span)));
        }
    }

    /// <summary>The findings about all documents taken in.</summary>
    public IEnumerable<Diagnostic> Findings()
    {
        foreach (var (name, secret, at) in secrets)
        {
            var entries = Keys(secret["data"]).Concat(Keys(secret["stringData"])).ToList();
            if (names.Contains(name) && !entries.Exists(static k => k.EndsWith(Ending, StringComparison.Ordinal)))
            {
                var nearest = entries.Find(static k => k.Contains("age", StringComparison.OrdinalIgnoreCase));
                yield return SopsCheckDiagnostics.NoAgeKeyEntry(name, nearest, at.Hidden());
            }
        }
    }

    private static IEnumerable<string> Keys(SopsNode? node) =>
        (node as SopsMap)?.Entries.Select(static e => e.Key).OfType<string>() ?? [];

    private static string? Text(SopsMap document, params ReadOnlySpan<string> path)
    {
        SopsNode? node = document;
        foreach (var key in path)
        {
            node = (node as SopsMap)?[key];
        }

        return (node as SopsScalar)?.Text;
    }
}
