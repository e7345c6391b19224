using System.CommandLine;
using HomeOps.Files;
using HomeOps.Talos;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops talos diff</c>: says how what would be generated differs from clusterconfig/, without showing a secret.</summary>
internal static class TalosDiffCommand
{
    private static int Run(World world, Request request) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                using var project = TalosProject.Open(world, request.Paths);
                var result = Progress.During(world, "generating", () => project.Generate(request.Options));
                if (request.Output == OutputFormat.Text)
                {
                    new FindingsPrinter(world.Terminal).Print([.. result.Diagnostics]);
                }

                if (result.HasErrors)
                {
                    if (request.Output == OutputFormat.Json)
                    {
                        new TalosComparison(project, result).Print(world.Terminal.Out, request.Output);
                    }

                    return ExitCode.Failed;
                }

                var output = new TalosOutput(project, result, ConflictRule.Refuse, request.Paths.Node.Length > 0);
                var comparison = new TalosComparison(project, result, output.Plan());
                comparison.Print(world.Terminal.Out, request.Output);
                return request.ExitCode && comparison.IsDifferent ? ExitCode.ChangesPending : ExitCode.Done;
            }
        );

    private sealed record Request(
        TalosProjectPaths Paths,
        GenConfigOptions Options,
        bool ExitCode,
        OutputFormat Output
    );

    public static Command Create(World world)
    {
        var project = new TalosProjectFlags();
        var generation = new TalosGenerationFlags();
        var exitCode = new Option<bool>("--exit-code") { Description = "Exit with 3 when something differs" };
        var output = CommonOptions.Output();
        var command = new ExampleCommand("diff", "Compare what would be generated with clusterconfig/")
        {
            Examples =
            [
                ("homeops talos diff", "what genconfig would change"),
                ("homeops talos diff --node worker0 --exit-code", "one node, exit code 3 when it differs"),
            ],
        };
        project.AddTo(command);
        generation.AddTo(command);
        command.Options.Add(exitCode);
        command.Options.Add(output);
        command.SetAction(parsed =>
            Run(
                world,
                new Request(
                    project.Read(parsed),
                    generation.Read(parsed),
                    parsed.GetValue(exitCode),
                    parsed.GetValue(output)
                )
            )
        );
        return command;
    }
}
