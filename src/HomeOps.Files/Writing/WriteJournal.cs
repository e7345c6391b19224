namespace HomeOps.Files;

/// <summary>
/// All that one run is about to do, with paths relative to the target folder, in the order in which it is done: files go, emptied
/// folders go, folders come, files come. Each step can be repeated, so a journal can be carried out again from its start.
/// </summary>
internal sealed record WriteJournal(
    IReadOnlyList<JournalDelete> Deletes,
    IReadOnlyList<string> EmptiedFolders,
    IReadOnlyList<string> NewFolders,
    IReadOnlyList<JournalMove> Moves,
    IReadOnlyList<string> Probes
)
{
    /// <summary>A journal that is carried out, whatever happens.</summary>
    public const string Path = ".homeops/journal.json";

    /// <summary>A journal of preparations that can still be undone.</summary>
    public const string DraftPath = ".homeops/journal.new.json";

    /// <summary>Every temporary file that may exist while the journal does.</summary>
    public IEnumerable<string> Temporaries => Moves.Select(static m => m.Temporary).Concat(Probes);
}

/// <summary>A temporary file that takes its place.</summary>
/// <param name="Temporary">Where the new content stands.</param>
/// <param name="Path">Where it belongs.</param>
/// <param name="Hash">SHA-256 of the new content.</param>
/// <param name="Before">SHA-256 of what it replaces; null for nothing.</param>
internal sealed record JournalMove(string Temporary, string Path, string Hash, string? Before);

/// <summary>A file that goes.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Before">SHA-256 of its content.</param>
internal sealed record JournalDelete(string Path, string Before);
