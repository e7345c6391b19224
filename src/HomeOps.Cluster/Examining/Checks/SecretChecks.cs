using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>SOPS: the rules encrypt for age.key, and age.key opens every encrypted file.</summary>
internal static class SecretChecks
{
    private static readonly string[] Folders = ["bootstrap", "kubernetes", "talos"];

    public static IEnumerable<DoctorCheck> Run(DiskTree tree, RepositoryKeys keys) =>
        [Rules(tree, keys.Recipients), Files(tree, keys.Ring)];

    private static DoctorCheck Rules(DiskTree tree, IReadOnlyList<string> recipients)
    {
        const string Name = SopsConfig.FileName;
        if (FileChecks.TryRead(tree, Name) is not { } bytes)
        {
            return new DoctorCheck(Name, DoctorState.Warning, "is not there yet", "`homeops configure` writes it");
        }

        if (recipients.Count == 0)
        {
            return new DoctorCheck(
                Name,
                DoctorState.Warning,
                $"cannot be compared without {AgeKey.FileName}",
                $"restore {AgeKey.FileName} first"
            );
        }

        var text = Encoding.UTF8.GetString(bytes);
        return recipients.Any(r => text.Contains(r, StringComparison.Ordinal))
            ? new DoctorCheck(Name, DoctorState.Good, $"names the recipient of {AgeKey.FileName}")
            : FileChecks.Of(Name, InputFileDiagnostics.OtherRecipient(Location.OfFile(Name)));
    }

    private static DoctorCheck Files(DiskTree tree, SopsKeyRing? keys)
    {
        const string Name = "encrypted files";
        var paths = Folders
            .Where(f => tree.Find(f) is { Kind: EntryKind.Folder })
            .SelectMany(tree.Files)
            .Select(static f => f.Path)
            .Where(SopsRules.IsNamedSecret)
            .ToList();
        if (paths.Count == 0)
        {
            return new DoctorCheck(Name, DoctorState.Good, "there are none yet");
        }

        if (keys is null)
        {
            return new DoctorCheck(
                Name,
                DoctorState.Failed,
                $"{paths.Count} cannot be opened without {AgeKey.FileName}",
                $"restore {AgeKey.FileName} from your backup: nothing else opens them"
            );
        }

        var plain = paths.Where(p => !IsEncrypted(tree, p)).ToList();
        if (plain.Count > 0)
        {
            return new DoctorCheck(
                Name,
                DoctorState.Failed,
                $"{string.Join(", ", plain)} {(plain.Count == 1 ? "is" : "are")} in plain text",
                "encrypt with `homeops secrets encrypt --in-place FILE`, before the next commit"
            );
        }

        var closed = paths.Where(p => !Opens(tree, p, keys)).ToList();
        return closed.Count == 0
            ? new DoctorCheck(Name, DoctorState.Good, $"{AgeKey.FileName} opens all {paths.Count}")
            : new DoctorCheck(
                Name,
                DoctorState.Failed,
                $"{AgeKey.FileName} does not open {string.Join(", ", closed)}",
                "restore the file or the key that belongs to it; `homeops secrets status` shows for whom each is"
            );
    }

    private static bool Opens(DiskTree tree, string path, SopsKeyRing keys)
    {
        try
        {
            SopsFormat.For(path).Decrypt(Text(tree, path), keys);
            return true;
        }
        catch (SopsException)
        {
            return false;
        }
    }

    // Damaged metadata are a file that cannot be opened, not one in plain text.
    private static bool IsEncrypted(DiskTree tree, string path)
    {
        try
        {
            return SopsFormat.For(path).Status(Text(tree, path)).IsEncrypted;
        }
        catch (SopsException e)
        {
            return e.Failure == SopsFailure.BadMetadata;
        }
    }

    private static SourceText Text(DiskTree tree, string path) =>
        new(path, Encoding.UTF8.GetString(FileChecks.TryRead(tree, path) ?? []));
}
