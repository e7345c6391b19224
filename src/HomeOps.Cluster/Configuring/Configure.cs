using HomeOps.Files;
using HomeOps.Sops;
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

        var inputs = clock.Run("load", () => LoadStep.Run(request, findings));
        var model = clock.Run("validate", () => ValidateStep.Run(inputs, request.Environment, findings));
        var report = new ConfigureReport
        {
            Outcome = ConfigureOutcome.Failed,
            Model = model,
            CreatedKeys = inputs.CreatedKeys,
            Findings = [],
            Steps = clock.Steps,
            IsCheck = request.Check,
        };

        var rendering = findings.HasErrors
            ? null
            : clock.Run("render", () => RenderStep.Run(inputs, model, request.Environment, findings));
        if (rendering is null || findings.HasErrors)
        {
            return report with { Findings = findings.Ordered() };
        }

        var context = new SopsContext(request.Random, request.Time);
        var encryption = clock.Run("encrypt", () => EncryptStep.Run(inputs, rendering.Files, context, findings));
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

        var plan = clock.Run("check", () => Check(request, inputs, encryption.Files, findings));
        if (findings.HasErrors)
        {
            return report with { Findings = findings.Ordered() };
        }

        var writing = clock.Run("write", () => WriteStep.Run(request, inputs, encryption.Files, plan, findings));
        return report with
        {
            Outcome = writing.Outcome,
            Plan = writing.Plan,
            Differences = writing.Differences,
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
        MemoryTree files,
        DiagnosticBag findings
    )
    {
        var plan = WriteStep.Plan(request, inputs, files);
        var removed = plan
            .Changes.Where(static c => c.Kind == FileChangeKind.Removed)
            .Select(static c => c.Path)
            .ToHashSet(StringComparer.Ordinal);
        CheckStep.Run(files, inputs.Repository, removed, findings);
        MachineConfigCheck.Run(request, inputs, files, removed, findings);
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
