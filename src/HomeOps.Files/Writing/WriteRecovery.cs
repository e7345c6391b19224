using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>Ends what an interrupted run began: a journal is carried out, a draft of one is undone.</summary>
internal sealed class WriteRecovery(IFileSystem files, string root)
{
    private readonly JournalSteps steps = new(files, root);

    /// <summary>Returns whether the folder is at rest now; findings say what was done, or why it could not be.</summary>
    public bool Run(ConflictRule conflicts, List<Diagnostic> findings)
    {
        try
        {
            return Finish(conflicts, findings) && UndoDraft(findings);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Add(FileDiagnostics.Unfinished(WriteJournal.Path, FileFailure.Reason(failure)));
            return false;
        }
    }

    private bool Finish(ConflictRule conflicts, List<Diagnostic> findings)
    {
        if (files.Look(Absolute(WriteJournal.Path)) is null)
        {
            return true;
        }

        if (JournalText.Parse(files.Read(Absolute(WriteJournal.Path))) is not { } journal)
        {
            findings.Add(FileDiagnostics.BadJournal(WriteJournal.Path));
            return false;
        }

        var lost = journal.Moves.Where(IsLost).ToList();
        if (lost.Count > 0 && IsUntouched(journal))
        {
            steps.Undo(journal);
            findings.Add(FileDiagnostics.Undone());
            return true;
        }

        var edited = journal.Moves.Where(IsEdited).ToList();
        var remade = journal.Deletes.Where(IsRemade).ToList();
        if (edited.Count + remade.Count > 0 && conflicts == ConflictRule.Refuse)
        {
            findings.AddRange(edited.Select(static m => FileDiagnostics.EditedMeanwhile(m.Path)));
            findings.AddRange(remade.Select(static d => FileDiagnostics.EditedMeanwhile(d.Path)));
            return false;
        }

        if (conflicts == ConflictRule.Keep)
        {
            journal = journal with { Deletes = [.. journal.Deletes.Except(remade)] };
        }

        // With the old manifest the next plan sees that a lost file is still the old one, and writes it again.
        var dropped = lost.Count == 0 ? [] : lost.Concat(journal.Moves.Where(static m => m.Path == FileManifest.Path));
        foreach (var move in conflicts == ConflictRule.Keep ? dropped.Concat(edited) : dropped)
        {
            steps.DeleteFile(move.Temporary);
        }

        var failure = steps.CarryOut(journal);
        findings.Add(failure ?? FileDiagnostics.Finished());
        return failure is null;
    }

    private bool UndoDraft(List<Diagnostic> findings)
    {
        if (files.Look(Absolute(WriteJournal.DraftPath)) is null)
        {
            return true;
        }

        // The draft is written before anything it names is made: half a draft means that there is nothing else.
        steps.Undo(
            JournalText.Parse(files.Read(Absolute(WriteJournal.DraftPath))) ?? new WriteJournal([], [], [], [], [])
        );
        findings.Add(FileDiagnostics.Undone());
        return true;
    }

    // After a power failure a temporary file may be there without its content.
    private bool IsLost(JournalMove move) =>
        files.Look(Absolute(move.Temporary)) is not null && HashOf(move.Temporary) != move.Hash;

    private bool IsUntouched(WriteJournal journal) =>
        journal.Moves.All(m => files.Look(Absolute(m.Temporary)) is not null)
        && journal.Deletes.All(d => files.Look(Absolute(d.Path)) is not null);

    private bool IsEdited(JournalMove move) =>
        files.Look(Absolute(move.Temporary)) is not null
        && files.Look(Absolute(move.Path)) is { Kind: EntryKind.File }
        && HashOf(move.Path) is var current
        && current != move.Before
        && current != move.Hash;

    // What was to go and has another content now was put there since.
    private bool IsRemade(JournalDelete delete) =>
        files.Look(Absolute(delete.Path)) is { Kind: EntryKind.File } && HashOf(delete.Path) != delete.Before;

    private string HashOf(string path) => FileManifest.Hash(files.Read(Absolute(path)));

    private string Absolute(string path) => Path.Join(root, path);
}
