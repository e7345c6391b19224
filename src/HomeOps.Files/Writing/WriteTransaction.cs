using System.Text;
using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>
/// Carries out the steps of a plan. New content goes into temporary files beside their targets while a draft of the journal names them
/// all; renaming the draft to the journal is the one moment that decides; then the files are moved and removed, which can be repeated.
/// </summary>
internal sealed class WriteTransaction(IFileSystem files, string root, string random)
{
    /// <summary>What stands in the name of every temporary file.</summary>
    public const string TemporaryMark = ".homeops-tmp-";

    // Bytes a name may have so that the temporary name made of it stays below the 255 of common file systems.
    private const int LongestName = 200;

    private readonly HashSet<string> folders = new(StringComparer.Ordinal) { string.Empty };

    public Diagnostic? Run(WriteSteps steps)
    {
        var early = new List<string>();
        var journal = new WriteJournal([], [], [], [], []);
        var at = WriteJournal.DraftPath;
        try
        {
            journal = Draft(steps, early);
            files.Create(Absolute(at), JournalText.ToBytes(journal), MemoryFile.DefaultMode);
            foreach (var folder in early)
            {
                files.CreateFolder(Absolute(at = folder));
            }

            for (var i = 0; i < steps.Writes.Count; i++)
            {
                at = steps.Writes[i].Path;
                files.Create(Absolute(journal.Moves[i].Temporary), steps.Writes[i].Content, steps.Writes[i].Mode);
            }

            foreach (var probe in journal.Probes)
            {
                files.Create(Absolute(at = probe), [], MemoryFile.PrivateMode);
                files.Delete(Absolute(probe));
            }

            at = WriteJournal.Path;
            files.Flush(Absolute(WriteJournal.DraftPath));
            files.Rename(Absolute(WriteJournal.DraftPath), Absolute(WriteJournal.Path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (!Path.Exists(Absolute(WriteJournal.Path)))
            {
                new JournalSteps(files, root).Undo(journal);
                return FileDiagnostics.NotWritten(at, FileFailure.Reason(failure));
            }
        }

        return new JournalSteps(files, root).CarryOut(journal);
    }

    private WriteJournal Draft(WriteSteps steps, List<string> early)
    {
        var newFolders = new List<string>();
        var moves = new List<JournalMove>(steps.Writes.Count);
        foreach (var write in steps.Writes)
        {
            var folder = FolderFor(TreePath.Folder(write.Path), newFolders, early);
            var temporary = TreePath.Join(folder, TemporaryName(TreePath.Name(write.Path), moves.Count));
            moves.Add(new JournalMove(temporary, write.Path, FileManifest.Hash(write.Content), write.Before));
        }

        var probes = ProbedFolders(steps, moves)
            .Select((folder, i) => TreePath.Join(folder, TemporaryName("probe", moves.Count + i)));
        return new WriteJournal(steps.Deletes, steps.Folders, newFolders, moves, [.. probes]);
    }

    // The folder a temporary file can stand in. Missing folders are noted; those that can be made before the journal counts, also as
    // early. Below a file that is still to go no folder can be made yet, and the nearest existing one serves.
    private string FolderFor(string folder, List<string> newFolders, List<string> early)
    {
        if (folders.Contains(folder))
        {
            return folder;
        }

        var found = files.Look(Absolute(folder));
        if (found is { Kind: EntryKind.Folder })
        {
            folders.Add(folder);
            return folder;
        }

        var parent = TreePath.Folder(folder);
        var serving = FolderFor(parent, newFolders, early);
        if (!newFolders.Contains(folder))
        {
            newFolders.Add(folder);
        }

        if (found is not null || serving != parent)
        {
            return serving;
        }

        early.Add(folder);
        folders.Add(folder);
        return folder;
    }

    // A folder that only loses files gets no temporary file that would show whether it can be written to.
    private static IEnumerable<string> ProbedFolders(WriteSteps steps, List<JournalMove> moves) =>
        steps
            .Deletes.Select(static d => TreePath.Folder(d.Path))
            .Distinct(StringComparer.Ordinal)
            .Except(moves.Select(static m => TreePath.Folder(m.Temporary)), StringComparer.Ordinal);

    private string TemporaryName(string name, int index)
    {
        var shortened = Encoding.UTF8.GetByteCount(name) > LongestName ? random : name;
        return $".{shortened}{TemporaryMark}{random}{index}";
    }

    private string Absolute(string path) => Path.Join(root, path);
}
