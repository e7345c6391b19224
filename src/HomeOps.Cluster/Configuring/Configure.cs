using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Takes cluster.yaml and nodes.yaml to a complete repository. Every step but the last works in memory, and a step that found an
/// error is the last: then nothing is written.
/// </summary>
public static class Configure
{
    /// <summary>Runs the pipeline.</summary>
    public static ConfigureReport Run(ConfigureRequest request)
    {
        var clock = new StepClock(request.Time, request.Progress);
        var findings = new DiagnosticBag();
        if (!Recover(request, findings))
        {
            return new ConfigureReport
            {
                Outcome = ConfigureOutcome.Failed,
                Findings = findings.Ordered(),
                Steps = clock.Steps,
                IsCheck = request.Check,
            };
        }

        var source = new DiskTree(request.Folder, request.ShownFolder);
        var repository = request.Into is { } into ? new DiskTree(into, into) : source;
        repository = repository.Folder == source.Folder ? source : repository;
        request = request with { Folder = source.Folder, Into = request.Into is null ? null : repository.Folder };
        var prepared = Preparation.Run(request, source, repository, clock, findings);
        var inputs = prepared.Inputs;
        var report = new ConfigureReport
        {
            Outcome = ConfigureOutcome.Failed,
            Model = prepared.Model,
            CreatedKeys = inputs.CreatedKeys,
            Findings = [],
            Steps = clock.Steps,
            IsCheck = request.Check,
        };
        if (prepared is not { Rendering: { } rendering, Encryption: { } encryption })
        {
            return report with { Findings = findings.Ordered() };
        }

        report = report with
        {
            Templates = rendering.Templates,
            Folders = Folders(rendering.Files),
            Secrets = encryption.Summary,
        };
        if (findings.HasErrors)
        {
            return report with { Findings = findings.Ordered() };
        }

        var plan = clock.Run("check", () => Check(request, inputs, rendering, encryption.Files, findings));
        if (findings.HasErrors)
        {
            return report with { Findings = findings.Ordered() };
        }

        var writing = clock.Run(
            "write",
            () => WriteStep.Run(request, inputs, rendering.Files, encryption.Files, plan, findings)
        );
        return report with
        {
            Outcome = writing.Outcome,
            Plan = writing.Plan,
            Differences = writing.Differences,
            Conflicts = writing.Conflicts,
            Findings = findings.Ordered(),
        };
    }

    // Half a set on disk, with its temporary files, must not be taken for the repository by the steps that read it.
    private static bool Recover(ConfigureRequest request, DiagnosticBag findings)
    {
        if (request.Check || request.DryRun)
        {
            return true;
        }

        var (isAtRest, found) = new FileSetWriter(request.Into ?? request.Folder).Recover(
            new FileSetOptions(request.Conflicts)
        );
        findings.AddRange(found);
        return isAtRest;
    }

    // What the run removes must not count as being there.
    private static FileSetPlan Check(
        ConfigureRequest request,
        LoadedInputs inputs,
        Rendering rendering,
        MemoryTree files,
        DiagnosticBag findings
    )
    {
        var plan = WriteStep.Plan(request, files);
        var removed = plan
            .Changes.Where(static c => c.Kind == FileChangeKind.Removed)
            .Select(static c => c.Path)
            .ToHashSet(StringComparer.Ordinal);
        var memory = PassedChecks.Of(request, inputs, files, removed);
        if (memory?.Hold() == true)
        {
            return plan;
        }

        var before = findings.Count;
        var questions = new Questions(inputs.Repository, request.Environment);
        request = request with { Environment = questions.Environment };
        inputs = inputs with { Repository = questions.Tree };
        CheckStep.Run(files, inputs.Repository, removed, findings);
        MachineConfigCheck.Run(request, inputs, files, removed, findings);
        if (!findings.HasErrors)
        {
            // A reference that leads nowhere would be reported once more.
            FluxTreeCheck.Run(inputs, rendering, files, removed, findings);
        }

        if (findings.Count == before && request is { Check: false, DryRun: false })
        {
            memory?.Keep(questions);
        }

        return plan;
    }

    private static IReadOnlyList<FolderSummary> Folders(MemoryTree files) =>
        [
            .. files
                .All.CountBy(static f =>
                    f.Path.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? f.Path[..slash] : "."
                )
                .OrderBy(static f => f.Key, StringComparer.Ordinal)
                .Select(static f => new FolderSummary(f.Key, f.Value)),
        ];
}
