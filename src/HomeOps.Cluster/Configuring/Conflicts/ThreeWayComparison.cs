using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Looks up and compares the three versions of each file in conflict.</summary>
/// <param name="repository">The folder.</param>
/// <param name="copies">What the last run generated; null outside of git.</param>
/// <param name="history">Earlier versions.</param>
/// <param name="coming">What would be written.</param>
/// <param name="shown">Hides secrets.</param>
internal sealed class ThreeWayComparison(
    DiskTree repository,
    GeneratedCopies? copies,
    IFileHistory? history,
    MemoryTree coming,
    ShownLines shown
)
{
    // What fits on a screen; who needs more has git.
    private const int MostLines = 30;

    /// <summary>The views of a plan's conflicts, in its order.</summary>
    public IReadOnlyList<ThreeWayView> Of(FileSetPlan plan)
    {
        var conflicts = plan.Changes.Where(static c => c.Kind == FileChangeKind.Conflict).ToList();
        var hashes = conflicts.Select(static c => c.Generated).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var kept = hashes.Count == 0 ? null : copies?.Find(hashes);
        var missing = conflicts
            .Where(c => c.Generated is { } hash && kept?.ContainsKey(hash) != true)
            .ToDictionary(static c => c.Path, static c => c.Generated ?? "", StringComparer.Ordinal);
        var old = missing.Count == 0 ? null : history?.Find(repository.Folder, missing);
        return [.. conflicts.Select(c => View(c, kept, old))];
    }

    private ThreeWayView View(
        FileChange conflict,
        IReadOnlyDictionary<string, byte[]>? kept,
        IReadOnlyDictionary<string, byte[]>? old
    )
    {
        var path = conflict.Path;
        var there = FileDifference.Read(repository, path);
        var next = coming.TryRead(path);
        var (origin, generated) =
            conflict.Generated is not { } hash ? (GeneratedBase.None, null)
            : kept?.GetValueOrDefault(hash) is { } copy ? (GeneratedBase.Copy, copy)
            : old?.GetValueOrDefault(hash) is { } version ? (GeneratedBase.History, version)
            : (GeneratedBase.Unknown, null);
        var isSecret = SopsRules.IsNamedSecret(path) || Array.Exists([generated, there, next], IsEncrypted);
        return new ThreeWayView(
            path,
            origin,
            generated is null ? null : Change(path, generated, there, isSecret),
            next is null ? null : Change(path, generated ?? there, next, isSecret)
        );
    }

    private static bool IsEncrypted(byte[]? text) => text.AsSpan().IndexOf("ENC[AES256_GCM,"u8) >= 0;

    // A last line without its line end differs from one that has it.
    private static string[] Lines(string text) =>
        text.EndsWith('\n') ? text[..^1].Split('\n') : [.. text.Split('\n')[..^1], text.Split('\n')[^1] + "\\"];

    private TextChange Change(string path, byte[] before, byte[] after, bool isSecret)
    {
        var count = LineChanges.Between(before, after);
        if (before.Contains((byte)0) || after.Contains((byte)0))
        {
            return new TextChange(count, []);
        }

        var (old, now) = (Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(after));
        var (oldShown, nowShown) = (shown.Of(path, old, isSecret), shown.Of(path, now, isSecret));
        var lines = new List<string>();
        foreach (var hunk in LineDifference.Between(Lines(old), Lines(now)))
        {
            lines.Add(hunk.Header);
            lines.AddRange(
                hunk.Lines.Select(l =>
                    l.Kind switch
                    {
                        LineKind.Equal => " " + nowShown[l.After],
                        LineKind.Removed => "-" + oldShown[l.Before],
                        _ => "+" + nowShown[l.After],
                    }
                )
            );
        }

        return new TextChange(
            count,
            lines.Count <= MostLines ? lines : [.. lines[..MostLines], $"… {lines.Count - MostLines} more lines"]
        );
    }
}
