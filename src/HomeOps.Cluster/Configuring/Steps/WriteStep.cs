using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The end of a run.</summary>
internal sealed record Writing(ConfigureOutcome Outcome, FileSetPlan Plan)
{
    /// <summary>What would change line by line; empty once it is written.</summary>
    public IReadOnlyList<FileDifference> Differences { get; init; } = [];

    /// <summary>Files that were edited by hand and would change.</summary>
    public IReadOnlyList<ThreeWayView> Conflicts { get; init; } = [];
}

/// <summary>Brings the folder in step with the files, all or nothing; the only step that touches the disk.</summary>
internal static class WriteStep
{
    /// <summary>What writing would do.</summary>
    public static FileSetPlan Plan(ConfigureRequest request, MemoryTree files) =>
        new FileSetWriter(Folder(request)).Plan(files.All, new FileSetOptions(request.Conflicts));

    /// <summary>Writes, unless the plan has conflicts or nothing is to be written.</summary>
    public static Writing Run(
        ConfigureRequest request,
        LoadedInputs inputs,
        MemoryTree rendered,
        MemoryTree files,
        FileSetPlan plan,
        DiagnosticBag findings
    )
    {
        var folder = Folder(request);
        if (plan.Diagnostics.Count > 0)
        {
            findings.AddRange(plan.Diagnostics);
            var conflicts = Conflicts(request, inputs, rendered, files, plan);
            findings.AddRange(conflicts.Select(WriteDiagnostics.ThreeWays));
            return new Writing(ConfigureOutcome.Failed, plan) { Conflicts = conflicts };
        }

        var isPending = plan.HasChanges || inputs.NewFiles.Count > 0;
        if (request.Check || request.DryRun || (isPending && request.Approve?.Invoke(plan) == false))
        {
            return new Writing(isPending ? ConfigureOutcome.Pending : ConfigureOutcome.Unchanged, plan)
            {
                Differences = FileDifference.Of(plan, inputs.Repository, files),
            };
        }

        if (!Make(folder, inputs.NewFiles, findings))
        {
            return new Writing(ConfigureOutcome.Failed, plan);
        }

        var outcome = new FileSetWriter(folder).Write(
            files.All,
            new FileSetOptions(request.Conflicts) { Copies = GeneratedCopies.Of(folder) }
        );
        findings.AddRange(outcome.Diagnostics);
        return new Writing(
            outcome.IsUnfinished ? ConfigureOutcome.Unfinished
                : !outcome.IsWritten ? ConfigureOutcome.Failed
                : isPending ? ConfigureOutcome.Written
                : ConfigureOutcome.Unchanged,
            outcome.Plan
        );
    }

    private static string Folder(ConfigureRequest request) => request.Into ?? request.Folder;

    private static IReadOnlyList<ThreeWayView> Conflicts(
        ConfigureRequest request,
        LoadedInputs inputs,
        MemoryTree rendered,
        MemoryTree files,
        FileSetPlan plan
    )
    {
        var folder = Folder(request);
        if (plan.Count(FileChangeKind.Conflict) == 0)
        {
            return [];
        }

        return new ThreeWayComparison(
            new DiskTree(folder),
            GeneratedCopies.Of(folder),
            request.History,
            files,
            new ShownLines(SecretTexts.Of(inputs, rendered, files))
        ).Of(plan);
    }

    // Keys first: what is encrypted for a key must never outlive a run that lost it.
    private static bool Make(string folder, IReadOnlyList<MemoryFile> files, DiagnosticBag findings)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(InitDiagnostics.FolderNotMade(folder, FileFailure.Reason(e)));
            return false;
        }

        PrivateFile.RemoveRemains(folder, NewFile.Names);
        foreach (var file in files)
        {
            if (NewFile.Create(Path.Join(folder, file.Path), file.Content, file.Mode) is { } failure)
            {
                findings.Add(failure);
                return false;
            }
        }

        return true;
    }
}
