using System.CommandLine;
using HomeOps.Files;
using HomeOps.Talos;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops talos genconfig</c>: writes the machine configs of talconfig.yaml, talosconfig and kubeconfig.</summary>
internal static class TalosGenConfigCommand
{
    private static int Run(World world, Request request) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                var printer = new FindingsPrinter(world.Terminal);
                using var project = TalosProject.Open(world, request.Paths);
                var result = Progress.During(world, "generating", () => project.Generate(request.Options));
                var isText = request.Output == OutputFormat.Text;
                if (isText)
                {
                    printer.Print([.. result.Diagnostics]);
                }

                if (result.HasErrors)
                {
                    return isText ? ExitCode.Failed : Json(world, new TalosGenConfigReport(project, result));
                }

                var output = new TalosOutput(project, result, request.Conflicts, request.Paths.Node.Length > 0);
                if (request.DryRun)
                {
                    var comparison = new TalosComparison(project, result, output.Plan());
                    comparison.Print(world.Terminal.Out, request.Output);
                    return ExitCode.Done;
                }

                var outcome = output.Write();
                var report = new TalosGenConfigReport(project, result)
                {
                    Plan = outcome.Plan,
                    IsWritten = outcome.IsWritten,
                    WriteFindings = outcome.Diagnostics,
                    ShowsPatches = request.Options.TracesPatches,
                };
                if (!isText)
                {
                    return Json(world, report);
                }

                var code = printer.Print([.. outcome.Diagnostics]);
                new TalosComparison(project, result, outcome.Plan).PrintConflicts(world.Terminal.Out);
                report.Print(world.Terminal.Out);
                return code;
            }
        );

    private static int Json(World world, TalosGenConfigReport report)
    {
        report.WriteJson(world.Terminal.Out);
        return report.ExitCode;
    }

    private sealed record Request(
        TalosProjectPaths Paths,
        GenConfigOptions Options,
        ConflictRule Conflicts,
        bool DryRun,
        OutputFormat Output
    );

    public static Command Create(World world)
    {
        var project = new TalosProjectFlags();
        var generation = new TalosGenerationFlags();
        var dryRun = new Option<bool>("--dry-run", "-n")
        {
            Description = "Write nothing; show what would change, without secrets",
        };
        var force = new Option<bool>("--force") { Description = "Overwrite files that were edited by hand" };
        var keep = new Option<bool>("--keep") { Description = "Keep files that were edited by hand" };
        var report = new Option<bool>("--report")
        {
            Description = "Say which patch set which key last, and what it took the place of",
        };
        var output = CommonOptions.Output();
        var command = new ExampleCommand("genconfig", "Write the machine configs of talconfig.yaml")
        {
            Examples =
            [
                ("homeops talos genconfig", "machine configs, talosconfig and kubeconfig in talos/clusterconfig"),
                ("homeops talos genconfig --report", "and which patch set which key"),
                ("homeops talos genconfig --crt-ttl 24h", "client certificates for one day"),
            ],
        };
        project.AddTo(command);
        generation.AddTo(command);
        foreach (var option in (Option[])[dryRun, force, keep, report, output])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(force) && result.GetValue(keep))
            {
                result.AddError("--force and --keep exclude each other");
            }
        });
        command.SetAction(parsed =>
            Run(
                world,
                new Request(
                    project.Read(parsed),
                    generation.Read(parsed) with
                    {
                        TracesPatches = parsed.GetValue(report),
                    },
                    parsed.GetValue(force) ? ConflictRule.Overwrite
                        : parsed.GetValue(keep) ? ConflictRule.Keep
                        : ConflictRule.Refuse,
                    parsed.GetValue(dryRun),
                    parsed.GetValue(output)
                )
            )
        );
        return command;
    }
}
