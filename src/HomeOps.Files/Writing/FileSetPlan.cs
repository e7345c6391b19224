using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>What a run does to a folder, file by file, before anything is done.</summary>
public sealed class FileSetPlan
{
    internal FileSetPlan(IReadOnlyList<FileChange> changes, IReadOnlyList<Diagnostic> diagnostics, WriteSteps steps)
    {
        Changes = changes;
        Diagnostics = diagnostics;
        Steps = steps;
    }

    /// <summary>Every file of the set and every file that goes, ordered by path.</summary>
    public IReadOnlyList<FileChange> Changes { get; }

    /// <summary>Why the set cannot be written as it is; empty when it can.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether any file is created, changed or removed.</summary>
    public bool HasChanges =>
        Changes.Any(static c => c.Kind is FileChangeKind.Created or FileChangeKind.Changed or FileChangeKind.Removed);

    internal WriteSteps Steps { get; }

    /// <summary>The list of generated files as it will be.</summary>
    internal FileManifest Manifest { get; init; } = new();

    /// <summary>Number of files that a thing is done to.</summary>
    public int Count(FileChangeKind kind) => Changes.Count(c => c.Kind == kind);

    /// <summary>
    /// One line for each folder directly below the target (<c>.</c> for the files in the target itself):
    /// <c>kubernetes/  12 created, 3 changed, 84 unchanged</c>.
    /// </summary>
    public IReadOnlyList<string> SummaryLines()
    {
        var folders = Changes
            .GroupBy(static c => c.Path.IndexOf('/') is var slash and >= 0 ? c.Path[..(slash + 1)] : ".")
            .OrderBy(static g => g.Key, StringComparer.Ordinal)
            .ToList();
        var width = folders.Select(static g => g.Key.Length).DefaultIfEmpty().Max();
        return [.. folders.Select(g => $"{g.Key.PadRight(width)}  {Counts(g)}")];
    }

    private static string Counts(IEnumerable<FileChange> changes) =>
        string.Join(
            ", ",
            changes
                .CountBy(static c => c.Kind)
                .OrderBy(static c => c.Key)
                .Select(static c => $"{c.Value} {Word(c.Key)}")
        );

    private static string Word(FileChangeKind kind) =>
        kind switch
        {
            FileChangeKind.Created => "created",
            FileChangeKind.Changed => "changed",
            FileChangeKind.Unchanged => "unchanged",
            FileChangeKind.Removed => "removed",
            FileChangeKind.Kept => "kept",
            _ => "in conflict",
        };
}
