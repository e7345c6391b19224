using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>SECRET. What age.key holds; nothing when it is absent or faulty.</summary>
internal sealed class RepositoryKeys(SopsKeyRing? ring, IReadOnlyList<string> recipients) : IDisposable
{
    /// <summary>The identities; null when there is none.</summary>
    public SopsKeyRing? Ring { get; } = ring;

    /// <summary>Their recipients.</summary>
    public IReadOnlyList<string> Recipients { get; } = recipients;

    public static RepositoryKeys Read(DiskTree tree)
    {
        if (
            FileChecks.TryRead(tree, AgeKey.FileName) is not { } key
            || AgeKey.Read(Encoding.UTF8.GetString(key), AgeKey.FileName, new DiagnosticBag()) is not { } identities
        )
        {
            return new RepositoryKeys(ring: null, []);
        }

        return new RepositoryKeys(
            new SopsKeyRing([KeySource.FromIdentities(AgeKey.FileName, identities)]),
            [.. identities.Select(static i => i.Recipient?.ToString()).OfType<string>()]
        );
    }

    public void Dispose() => Ring?.Dispose();
}
