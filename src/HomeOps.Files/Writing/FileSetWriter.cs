using System.Security.Cryptography;
using HomeOps.Text;

namespace HomeOps.Files;

/// <summary>
/// Brings a folder in step with a set of generated files, all or nothing. What is as wanted is not touched; what an earlier run made and
/// this one does not is removed; what a person edited since is never overwritten silently. Killed at any point, the next run ends in
/// exactly the old or exactly the new set. The writer's own files stand in <c>.homeops/</c>: the list of generated files
/// (<c>manifest.json</c>), a lock, and a journal while it works.
/// </summary>
public sealed class FileSetWriter
{
    private const string LockPath = FileManifest.Folder + "/lock";

    private readonly string shown;
    private readonly string root;
    private readonly IFileSystem files;

    /// <summary>A writer for one folder.</summary>
    /// <param name="folder">Absolute path of the folder; it exists.</param>
    public FileSetWriter(string folder)
        : this(folder, new DiskFileSystem()) { }

    internal FileSetWriter(string folder, IFileSystem files)
    {
        shown = folder;
        root = RealPath.Of(folder) ?? folder;
        this.files = files;
    }

    /// <summary>What writing the set would do. Reads only; when an earlier run was interrupted, as if it had ended.</summary>
    public FileSetPlan Plan(IReadOnlyCollection<MemoryFile> wanted, FileSetOptions options)
    {
        try
        {
            var journal = Path.Join(root, WriteJournal.Path);
            var pending = files.Look(journal) is null ? null : JournalText.Parse(files.Read(journal));
            return new FileSetPlanner(new PlannedDisk(files, root, pending), options).Plan(wanted);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var finding = FileDiagnostics.NotRead(FileManifest.Folder, FileFailure.Reason(failure));
            return new FileSetPlan([], [finding], new WriteSteps([], [], []));
        }
    }

    /// <summary>
    /// Finishes or undoes what an interrupted run began. To be called before anything in the folder is read on which the next set
    /// depends: until then it holds half a set, and temporary files. Does nothing in a folder at rest.
    /// </summary>
    /// <returns>Whether the folder is at rest now, and what was done or why it could not be.</returns>
    public (bool IsAtRest, IReadOnlyList<Diagnostic> Findings) Recover(FileSetOptions options)
    {
        if (!Exists(WriteJournal.Path) && !Exists(WriteJournal.DraftPath))
        {
            return (true, []);
        }

        var findings = new List<Diagnostic>();
        using var held = Lock(findings);
        return (held is not null && new WriteRecovery(files, root).Run(options.Conflicts, findings), findings);
    }

    /// <summary>Whether a name is that of a temporary file, which an interrupted run may have left behind.</summary>
    public static bool IsTemporary(string name) =>
        name.StartsWith('.') && name.Contains(WriteTransaction.TemporaryMark, StringComparison.Ordinal);

    /// <summary>Writes the set, after finishing or undoing what an interrupted run began.</summary>
    /// <param name="wanted">The whole set: path below the folder, bytes, mode.</param>
    /// <param name="options">What happens to edited files.</param>
    /// <param name="approve">Asked once about a plan with changes; nothing is written unless it says yes.</param>
    public FileSetOutcome Write(
        IReadOnlyCollection<MemoryFile> wanted,
        FileSetOptions options,
        Func<FileSetPlan, bool>? approve = null
    )
    {
        // A folder without a lock has not been written to yet: nothing is put into it unless there is something to write.
        if (IsUntouched())
        {
            var first = Plan(wanted, options);
            if (first.Diagnostics.Count > 0)
            {
                return new FileSetOutcome(first, IsWritten: false, first.Diagnostics);
            }

            // A fresh clone: everything is as wanted.
            if (first.Steps.IsEmpty)
            {
                var note = wanted.Count == 0 ? null : options.Copies?.Keep(first.Manifest, wanted);
                return new FileSetOutcome(first, IsWritten: true, note is null ? [] : [note]);
            }
        }

        var findings = new List<Diagnostic>();
        using var held = Lock(findings);
        if (held is null || !new WriteRecovery(files, root).Run(options.Conflicts, findings))
        {
            return new FileSetOutcome(Plan(wanted, options), IsWritten: false, findings);
        }

        var plan = Plan(wanted, options);
        findings.AddRange(plan.Diagnostics);
        if (plan.Diagnostics.Count > 0 || (plan.HasChanges && approve?.Invoke(plan) == false))
        {
            return new FileSetOutcome(plan, IsWritten: false, findings);
        }

        var failure = plan.Steps.IsEmpty ? null : new WriteTransaction(files, root, NewRandom()).Run(plan.Steps);
        failure ??= options.Copies?.Keep(plan.Manifest, wanted);
        if (failure is not null)
        {
            findings.Add(failure);
        }

        return new FileSetOutcome(plan, IsWritten: failure is not { Severity: Severity.Error }, findings)
        {
            IsUnfinished = failure is not null && Exists(WriteJournal.Path),
        };
    }

    private static string NewRandom() => RandomNumberGenerator.GetHexString(8, lowercase: true);

    private bool IsUntouched() => !Array.Exists([LockPath, WriteJournal.Path, WriteJournal.DraftPath], Exists);

    private bool Exists(string own) => Path.Exists(Path.Join(root, own));

    private IDisposable? Lock(List<Diagnostic> findings)
    {
        try
        {
            foreach (var own in (string[])[LockPath, FileManifest.Path, WriteJournal.Path, WriteJournal.DraftPath])
            {
                if (RealPath.Below(root, own) != own)
                {
                    findings.Add(FileDiagnostics.LeadsOut(own));
                    return null;
                }
            }

            files.CreateFolder(Path.Join(root, FileManifest.Folder));
            var held = files.TryLock(Path.Join(root, LockPath));
            if (held is null)
            {
                findings.Add(FileDiagnostics.AnotherRun(shown));
            }

            return held;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Add(FileDiagnostics.NotWritten(LockPath, FileFailure.Reason(failure)));
            return null;
        }
    }
}
