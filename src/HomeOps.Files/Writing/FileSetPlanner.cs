using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>Compares a wanted set with the folder and with what the last run wrote there.</summary>
internal sealed class FileSetPlanner(PlannedDisk disk, FileSetOptions options)
{
    private const UnixFileMode NotOwner =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private readonly List<FileChange> changes = [];
    private readonly List<Diagnostic> findings = [];
    private readonly List<WriteStep> writes = [];
    private readonly List<JournalDelete> deletes = [];
    private readonly HashSet<string> deleted = new(StringComparer.Ordinal);
    private readonly HashSet<string> foldersToGo = new(StringComparer.Ordinal);

    private readonly HashSet<string> leadingOut = new(StringComparer.Ordinal);

    // Real path of each wanted file -> its path in the set.
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
    private FileManifest before = new();
    private readonly FileManifest after = new();

    public FileSetPlan Plan(IReadOnlyCollection<MemoryFile> wanted)
    {
        var oldManifest = ReadManifest();
        var located = Locate(wanted);
        var wantedPaths = wanted.Select(static f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, hash) in before.Hashes)
        {
            if (options.IsPart && !wantedPaths.Contains(path))
            {
                after.Hashes[path] = hash;
            }
            else if (!wantedPaths.Contains(path))
            {
                Reading(path, () => PlanRemoval(path, hash));
            }
        }

        foreach (var (file, real) in located)
        {
            Reading(file.Path, () => PlanFile(file, real));
        }

        PlanManifest(oldManifest);
        changes.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        var folders = foldersToGo
            .OrderByDescending(static f => f.Count('/'))
            .ThenBy(static f => f, StringComparer.Ordinal);
        return new FileSetPlan(changes, findings, new WriteSteps(writes, deletes, [.. folders])) { Manifest = after };
    }

    private byte[] ReadManifest()
    {
        if (disk.Look(FileManifest.Path) is null)
        {
            return [];
        }

        var bytes = disk.Read(FileManifest.Path);
        try
        {
            before = FileManifest.Parse(bytes);
        }
        catch (FormatException damaged)
        {
            findings.Add(FileDiagnostics.BadManifest(FileManifest.Path, damaged.Message));
        }

        return bytes;
    }

    private List<(MemoryFile File, string Real)> Locate(IReadOnlyCollection<MemoryFile> wanted)
    {
        var located = new List<(MemoryFile, string)>(wanted.Count);
        foreach (var file in wanted)
        {
            if (!FileManifest.IsAllowed(file.Path))
            {
                findings.Add(FileDiagnostics.Reserved(file.Path));
            }
            else if (disk.RealPathOf(file.Path) is not { Length: > 0 } real)
            {
                ReportLeadingOut(file.Path);
            }
            else if (!FileManifest.IsAllowed(real))
            {
                findings.Add(FileDiagnostics.Reserved(file.Path));
            }
            else if (!places.TryAdd(real, file.Path))
            {
                findings.Add(FileDiagnostics.SameFile(file.Path, places[real]));
            }
            else
            {
                located.Add((file, real));
            }
        }

        return located;
    }

    private void PlanRemoval(string path, string hash)
    {
        if (disk.RealPathOf(path) is not { Length: > 0 } real)
        {
            ReportLeadingOut(path);
            return;
        }

        if (places.ContainsKey(real) || disk.Look(real) is not { Kind: EntryKind.File })
        {
            return;
        }

        var current = FileManifest.Hash(disk.Read(real));
        if (current != hash && options.Conflicts != ConflictRule.Overwrite)
        {
            Edited(path, hash, FileDiagnostics.EditedButGone(path));
            return;
        }

        changes.Add(new FileChange(path, FileChangeKind.Removed));
        deletes.Add(new JournalDelete(real, current));
        deleted.Add(real);
        for (var folder = TreePath.Folder(real); folder.Length > 0; folder = TreePath.Folder(folder))
        {
            foldersToGo.Add(folder);
        }
    }

    private void PlanFile(MemoryFile file, string real)
    {
        if (FileAbove(real) is { } obstacle)
        {
            findings.Add(FileDiagnostics.FileInTheWay(file.Path, obstacle));
            return;
        }

        var hash = FileManifest.Hash(file.Content);
        after.Hashes[file.Path] = hash;
        switch (disk.Look(real))
        {
            case null:
                Write(file, real, FileChangeKind.Created, file.Mode, before: null);
                break;
            case { Kind: EntryKind.Folder } when !IsEmptied(real):
                findings.Add(FileDiagnostics.FolderInTheWay(file.Path));
                break;
            case { Kind: EntryKind.Folder }:
                foldersToGo.Add(real);
                Write(file, real, FileChangeKind.Created, file.Mode, before: null);
                break;
            case { Kind: EntryKind.Other }:
                findings.Add(FileDiagnostics.NotWritten(file.Path, "a pipe, a socket or a device stands there"));
                break;
            case { } found:
                PlanExisting(file, real, hash, found.Mode);
                break;
        }
    }

    private void PlanExisting(MemoryFile file, string real, string hash, UnixFileMode foundMode)
    {
        var current = disk.Read(real);
        var same = file.Content.AsSpan().SequenceEqual(current);
        if (same && HasRightMode(file.Mode, foundMode))
        {
            changes.Add(new FileChange(file.Path, FileChangeKind.Unchanged));
            return;
        }

        var currentHash = same ? hash : FileManifest.Hash(current);
        var written = before.Hashes.GetValueOrDefault(file.Path);
        var isEdited = !same && currentHash != written && !options.Merged.Contains(file.Path);
        if (isEdited && options.Conflicts != ConflictRule.Overwrite)
        {
            if (hash == written)
            {
                changes.Add(new FileChange(file.Path, FileChangeKind.Kept));
                return;
            }

            Edited(
                file.Path,
                written,
                written is null ? FileDiagnostics.NotOurs(file.Path) : FileDiagnostics.BothChanged(file.Path)
            );
            return;
        }

        // A file that its owner made private stays so.
        var mode = (foundMode & NotOwner) == UnixFileMode.None ? file.Mode & ~NotOwner : file.Mode;
        Write(file, real, FileChangeKind.Changed, mode, currentHash);
    }

    private void PlanManifest(byte[] oldManifest)
    {
        var bytes = after.ToBytes();
        var isNeeded = oldManifest.Length > 0 || after.Hashes.Count > 0;
        if (isNeeded && !bytes.AsSpan().SequenceEqual(oldManifest))
        {
            var replaced = oldManifest.Length == 0 ? null : FileManifest.Hash(oldManifest);
            writes.Add(new WriteStep(FileManifest.Path, bytes, MemoryFile.DefaultMode, replaced));
        }
    }

    // Checkouts differ in the bits of group and others, so only the run bit counts, and that a private file is private.
    private static bool HasRightMode(UnixFileMode wanted, UnixFileMode found) =>
        (wanted & UnixFileMode.UserExecute) == (found & UnixFileMode.UserExecute)
        && ((wanted & NotOwner) != UnixFileMode.None || (found & NotOwner) == UnixFileMode.None);

    private void Write(MemoryFile file, string real, FileChangeKind kind, UnixFileMode mode, string? before)
    {
        changes.Add(new FileChange(file.Path, kind));
        writes.Add(new WriteStep(real, file.Content, mode, before));
    }

    // A folder that leads out is one finding, however many files are below it.
    private void ReportLeadingOut(string path)
    {
        var link = path;
        for (var folder = TreePath.Folder(path); folder.Length > 0; folder = TreePath.Folder(folder))
        {
            link = disk.RealPathOf(folder) is { Length: > 0 } ? link : folder;
        }

        if (leadingOut.Add(link))
        {
            findings.Add(FileDiagnostics.LeadsOut(link));
        }
    }

    private void Edited(string path, string? generated, Diagnostic finding)
    {
        var kept = options.Conflicts == ConflictRule.Keep;
        changes.Add(
            kept
                ? new FileChange(path, FileChangeKind.Kept)
                : new FileChange(path, FileChangeKind.Conflict) { Generated = generated }
        );
        if (!kept)
        {
            findings.Add(finding);
        }
    }

    // The nearest thing above a path that stays a file, or becomes one.
    private string? FileAbove(string real)
    {
        for (var folder = TreePath.Folder(real); folder.Length > 0; folder = TreePath.Folder(folder))
        {
            if (places.ContainsKey(folder))
            {
                return folder;
            }

            if (disk.Look(folder) is { } found && !deleted.Contains(folder))
            {
                return found.Kind == EntryKind.Folder ? null : folder;
            }
        }

        return null;
    }

    // Whether nothing is left in a folder once the planned files are gone; if so, its inner folders go as well.
    private bool IsEmptied(string folder)
    {
        var inner = new List<string>();
        foreach (var name in disk.List(folder))
        {
            var path = TreePath.Join(folder, name);
            if (deleted.Contains(path))
            {
                continue;
            }

            if (disk.Look(path) is not { Kind: EntryKind.Folder } || !IsEmptied(path))
            {
                return false;
            }

            inner.Add(path);
        }

        foldersToGo.UnionWith(inner);
        return true;
    }

    private void Reading(string path, Action plan)
    {
        try
        {
            plan();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Add(FileDiagnostics.NotRead(path, FileFailure.Reason(failure)));
        }
    }
}
