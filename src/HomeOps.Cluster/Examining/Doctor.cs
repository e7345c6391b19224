using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Looks at a repository and the machine for what will not work, or will hurt later.</summary>
public static class Doctor
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Makes every check; a missing file in one does not keep the others from being made.</summary>
    public static DoctorReport Run(DoctorRequest request)
    {
        var tree = new DiskTree(request.Folder);
        var recipients = Recipients(tree);
        return new DoctorReport([
            Git(request.GitVersion),
            .. Inputs(tree),
            Key(tree, recipients),
            SopsRules(tree, recipients),
            Ignored(tree),
            StrayKeys(request.Home),
        ]);
    }

    private static DoctorCheck Git(string? version) =>
        version is null
            ? new DoctorCheck(
                "git",
                DoctorState.Warning,
                "there is no git on PATH",
                "install git; the repository is pushed with it"
            )
            : new DoctorCheck("git", DoctorState.Good, version.Trim());

    private static IEnumerable<DoctorCheck> Inputs(DiskTree tree)
    {
        foreach (var name in (string[])[ClusterFile.Name, NodesFile.Name, TunnelFile.FileName, PushToken.FileName])
        {
            var place = Location.OfFile(name);
            yield return tree.TryRead(name) switch
            {
                null => Of(name, InputFileDiagnostics.Missing(name, place)),
                { Length: 0 } => Of(name, InputFileDiagnostics.Empty(name, place)),
                _ => new DoctorCheck(name, DoctorState.Good, "is there"),
            };
        }
    }

    private static DoctorCheck Key(DiskTree tree, IReadOnlyList<string>? recipients)
    {
        var place = Location.OfFile(AgeKey.FileName);
        if (tree.Find(AgeKey.FileName) is not { Kind: EntryKind.File } entry)
        {
            return Of(AgeKey.FileName, InputFileDiagnostics.Missing(AgeKey.FileName, place));
        }

        if (recipients is null)
        {
            return new DoctorCheck(
                AgeKey.FileName,
                DoctorState.Failed,
                "holds no age identity",
                "it needs a line that begins with AGE-SECRET-KEY-; restore it from your backup"
            );
        }

        return (entry.Mode & Others) == UnixFileMode.None
            ? new DoctorCheck(AgeKey.FileName, DoctorState.Good, "is readable, by you only")
            : Of(AgeKey.FileName, InputFileDiagnostics.ReadableByOthers(AgeKey.FileName, place));
    }

    private static DoctorCheck SopsRules(DiskTree tree, IReadOnlyList<string>? recipients)
    {
        const string Name = ".sops.yaml";
        if (tree.TryRead(Name) is not { } bytes)
        {
            return new DoctorCheck(Name, DoctorState.Warning, "is not there yet", "`homeops configure` writes it");
        }

        if (recipients is null)
        {
            return new DoctorCheck(Name, DoctorState.Warning, $"cannot be compared without {AgeKey.FileName}");
        }

        var text = Encoding.UTF8.GetString(bytes);
        return recipients.Any(r => text.Contains(r, StringComparison.Ordinal))
            ? new DoctorCheck(Name, DoctorState.Good, $"names the recipient of {AgeKey.FileName}")
            : Of(Name, InputFileDiagnostics.OtherRecipient(Location.OfFile(Name)));
    }

    private static DoctorCheck Ignored(DiskTree tree)
    {
        const string Name = GitIgnore.FileName;
        var lines = Encoding
            .UTF8.GetString(tree.TryRead(Name) ?? [])
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

    // sops tries every key it finds: one from another repository makes `sops` work here for its owner only by accident.
    private static DoctorCheck StrayKeys(string? home)
    {
        const string Name = "~/.config/sops/age/keys.txt";
        return home is not null && File.Exists(Path.Join(home, ".config/sops/age/keys.txt"))
            ? new DoctorCheck(
                Name,
                DoctorState.Warning,
                "exists; sops uses it beside age.key",
                $"move its keys into the {AgeKey.FileName} of the repositories they belong to"
            )
            : new DoctorCheck(Name, DoctorState.Good, "does not exist");
    }

    private static List<string>? Recipients(DiskTree tree)
    {
        if (tree.TryRead(AgeKey.FileName) is not { } key)
        {
            return null;
        }

        var recipients = new List<string>();
        foreach (var identity in AgeKey.Read(Encoding.UTF8.GetString(key), AgeKey.FileName, new DiagnosticBag()) ?? [])
        {
            if (identity.Recipient?.ToString() is { } recipient)
            {
                recipients.Add(recipient);
            }

            identity.Dispose();
        }

        return recipients.Count == 0 ? null : recipients;
    }

    private static DoctorCheck Of(string name, Diagnostic finding) =>
        new(
            name,
            finding.Severity == Severity.Error ? DoctorState.Failed : DoctorState.Warning,
            finding.Message,
            finding.Hint
        );
}
