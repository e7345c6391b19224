using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The keys of the repository, and that Git never sees them.</summary>
internal static class KeyChecks
{
    public static IEnumerable<DoctorCheck> Run(DiskTree tree, RepositoryKeys keys)
    {
        yield return Age(tree, keys);
        if (FileChecks.IsOpenToOthers(tree, DeployKey.FileName))
        {
            var place = Location.OfFile(DeployKey.FileName);
            yield return FileChecks.Of(
                DeployKey.FileName,
                InputFileDiagnostics.ReadableByOthers(DeployKey.FileName, place)
            );
        }

        yield return Ignored(tree);
    }

    private static DoctorCheck Age(DiskTree tree, RepositoryKeys keys)
    {
        const string Name = AgeKey.FileName;
        var place = Location.OfFile(Name);
        if (tree.Find(Name) is not { Kind: EntryKind.File })
        {
            return FileChecks.Of(Name, InputFileDiagnostics.Missing(Name, place));
        }

        if (keys.Ring is null)
        {
            return new DoctorCheck(
                Name,
                DoctorState.Failed,
                "holds no age identity",
                "it needs a line that begins with AGE-SECRET-KEY-; restore it from your backup"
            );
        }

        return FileChecks.IsOpenToOthers(tree, Name)
            ? FileChecks.Of(Name, InputFileDiagnostics.ReadableByOthers(Name, place))
            : new DoctorCheck(Name, DoctorState.Good, "is readable, by you only");
    }

    private static DoctorCheck Ignored(DiskTree tree)
    {
        const string Name = GitIgnore.FileName;
        var lines = Encoding
            .UTF8.GetString(FileChecks.TryRead(tree, Name) ?? [])
            .Split('\n')
            .Select(static l => l.Trim().TrimStart('/'))
            .ToHashSet(StringComparer.Ordinal);
        var exposed = GitIgnore
            .Secrets.Where(n => !lines.Contains(n) && !lines.Contains("*" + Path.GetExtension(n)))
            .ToList();
        return exposed.Count == 0
            ? new DoctorCheck(Name, DoctorState.Good, "keeps keys and tokens out of Git")
            : new DoctorCheck(
                Name,
                DoctorState.Failed,
                $"does not name {string.Join(", ", exposed)}",
                "add a line for each, before the next commit"
            );
    }
}
