using System.CommandLine;
using HomeOps.Cluster;
using HomeOps.Files;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops configure</c>: brings a repository in step with its inputs.</summary>
internal static class ConfigureCommand
{
    private static int Run(World world, ConfigureRequest request, OutputFormat format)
    {
        ConfigureReport report;
        using (var progress = new Progress(world.Terminal, world.Clock))
        {
            report = Configure.Run(
                request with
                {
                    Progress = progress.Begin,
                    Approve = request.Approve is { } approve ? plan => progress.Aside(() => approve(plan)) : null,
                }
            );
        }

        if (format == OutputFormat.Json)
        {
            ConfigureJson.Write(world.Terminal.Out, report);
            return report.ExitCode;
        }

        if (format == OutputFormat.Sarif)
        {
            SarifReport.Write(world.Terminal.Out, VersionCommand.Number, report.Findings);
            return report.ExitCode;
        }

        new FindingsPrinter(world.Terminal).Print(report.Findings);
        ConfigureSummary.Print(world.Terminal.Out, report);
        return report.ExitCode;
    }

    public static Command Create(World world)
    {
        var folder = FolderArgument.Create(
            "The folder with cluster.yaml and nodes.yaml; the working folder when absent"
        );
        var into = new Option<string?>("--into")
        {
            Description = "Write the repository into another folder, inputs included",
            HelpName = "folder",
        };
        var createKeys = new Option<bool>("--create-keys")
        {
            Description = "Make the keys and tokens that are missing",
        };
        var key = CommonOptions.AgeKey();
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; exit code 3 when something would change",
        };
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Write nothing; list what would change" };
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = "Write without asking (a terminal is asked about removals)",
        };
        var force = new Option<bool>("--force") { Description = "Overwrite files that were edited by hand" };
        var keep = new Option<bool>("--keep") { Description = "Keep files that were edited by hand" };
        var output = CommonOptions.FindingsOutput();
        var command = new ExampleCommand(
            "configure",
            "Make the repository from cluster.yaml and nodes.yaml: render, encrypt, check, write"
        )
        {
            Examples =
            [
                ("homeops configure", "bring the repository of this folder in step with its inputs"),
                ("homeops configure --check", "in CI: exit code 3 when it is not in step"),
                ("homeops configure --check --output sarif", "findings for GitHub's code scanning"),
                (
                    "homeops configure examples/home --into my-home --create-keys",
                    "the example cluster in a folder of its own"
                ),
            ],
        };
        command.Arguments.Add(folder);
        foreach (var option in (Option[])[into, createKeys, key, check, dryRun, yes, force, keep, output])
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
                new ConfigureRequest
                {
                    Folder = world.Absolute(parsed.GetValue(folder) ?? "."),
                    ShownFolder = parsed.GetValue(folder)?.TrimEnd('/') is { } shown and not "." ? shown : "",
                    Into = parsed.GetValue(into) is { } target ? world.Absolute(target) : null,
                    CreateKeys = parsed.GetValue(createKeys),
                    ClassicKey = parsed.GetValue(key) == AgeKeyKind.Classic,
                    Check = parsed.GetValue(check),
                    DryRun = parsed.GetValue(dryRun),
                    Conflicts =
                        parsed.GetValue(force) ? ConflictRule.Overwrite
                        : parsed.GetValue(keep) ? ConflictRule.Keep
                        : ConflictRule.Refuse,
                    Approve =
                        parsed.GetValue(yes) || !world.Terminal.IsInteractive
                            ? null
                            : plan => AskAboutRemovals(world, plan),
                    History = new GitHistory(world.Processes),
                    Environment = world.Environment,
                    Memory =
                        world.Program.Length > 0 && CacheFolder.Of(world, "checks") is { } memory
                            ? new CheckMemory(memory, world.Program)
                            : null,
                    Time = world.Clock,
                    Random = world.Random,
                },
                parsed.GetValue(output)
            )
        );
        return command;
    }

    // What is made or changed can be seen and undone with git; what goes deserves a question.
    private static bool AskAboutRemovals(World world, FileSetPlan plan)
    {
        var removed = plan.Changes.Where(static c => c.Kind == FileChangeKind.Removed).ToList();
        if (removed.Count == 0)
        {
            return true;
        }

        foreach (var change in removed)
        {
            world.Terminal.Error.WriteLine($"  removed: {change.Path}");
        }

        return world.Terminal.Ask($"{removed.Count} files are no longer generated. Remove them? [y/N] ")
            is "y"
                or "Y"
                or "yes";
    }
}
