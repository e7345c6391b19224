using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>Carries a journal out, or undoes its preparations. Both can be repeated after an interruption.</summary>
internal sealed class JournalSteps(IFileSystem files, string root)
{
    /// <summary>Removes, makes and moves what the journal says, then the journal.</summary>
    /// <returns>What stopped it, or null; the journal then stays for the next run.</returns>
    public Diagnostic? CarryOut(WriteJournal journal)
    {
        var at = WriteJournal.Path;
        try
        {
            foreach (var delete in journal.Deletes)
            {
                DeleteFile(at = delete.Path);
            }

            foreach (var folder in journal.EmptiedFolders)
            {
                RemoveIfEmpty(at = folder);
            }

            foreach (var folder in journal.NewFolders)
            {
                files.CreateFolder(Absolute(at = folder));
            }

            foreach (var move in journal.Moves)
            {
                at = move.Path;
                if (files.Look(Absolute(move.Temporary)) is not null)
                {
                    files.Rename(Absolute(move.Temporary), Absolute(move.Path));
                }
            }

            at = WriteJournal.Path;
            files.Delete(Absolute(WriteJournal.Path));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return FileDiagnostics.Unfinished(at, FileFailure.Reason(failure));
        }
    }

    /// <summary>
    /// Removes temporary files and the folders made for them, then the journal or its draft. What cannot be removed now leaves the draft
    /// where it is, and the next run tries again.
    /// </summary>
    public void Undo(WriteJournal journal)
    {
        try
        {
            foreach (var temporary in journal.Temporaries)
            {
                DeleteFile(temporary);
            }

            foreach (var folder in journal.NewFolders.Reverse())
            {
                RemoveIfEmpty(folder);
            }

            DeleteFile(WriteJournal.Path);
            DeleteFile(WriteJournal.DraftPath);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    public void DeleteFile(string path)
    {
        if (files.Look(Absolute(path)) is { Kind: not EntryKind.Folder })
        {
            files.Delete(Absolute(path));
        }
    }

    private void RemoveIfEmpty(string folder)
    {
        if (files.Look(Absolute(folder)) is { Kind: EntryKind.Folder } && files.List(Absolute(folder)).Count == 0)
        {
            files.RemoveFolder(Absolute(folder));
        }
    }

    private string Absolute(string path) => Path.Join(root, path);
}
