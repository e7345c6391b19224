using System.CommandLine;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets exec-env</c>: runs a command with the values of a file as environment variables.</summary>
internal static class SecretsExecEnvCommand
{
    private static int Run(World world, string file, string commandLine, string? config, string? type, bool pristine) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                IReadOnlyList<KeyValuePair<string, string>> variables;
                using (var opened = SecretsFile.Open(world, file, config, type))
                {
                    variables = opened.Format.Decrypt(opened.Source, opened.Keys).ToEnvironment();
                }

                // The keys are cleared before the command starts, which may run for days.
                return world.Processes.Run(
                    new ProgramCall(["/bin/sh", "-c", commandLine], world.WorkingFolder)
                    {
                        Variables = variables,
                        IsPristine = pristine,
                    }
                );
            }
        );

    public static Command Create(World world)
    {
        var file = SopsOptions.File();
        var commandLine = new Argument<string>("command") { Description = "The command line, run by /bin/sh -c" };
        var config = SopsOptions.Config();
        var type = SopsOptions.InputType();
        var pristine = new Option<bool>("--pristine") { Description = "Nothing but the values of the file" };
        var command = new ExampleCommand("exec-env", "Run a command with the values of a file as its environment")
        {
            Examples = [("homeops secrets exec-env tokens.sops.env 'tofu apply'", "its exit code is passed on")],
        };
        command.Arguments.Add(file);
        command.Arguments.Add(commandLine);
        foreach (var option in (Option[])[config, type, pristine])
        {
            command.Options.Add(option);
        }

        var refused = new ExecRefusals();
        refused.AddTo(command);
        command.SetAction(parsed =>
            refused.Find(parsed) is { } finding
                ? new FindingsPrinter(world.Terminal).Print([finding])
                : Run(
                    world,
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(commandLine),
                    parsed.GetValue(config),
                    parsed.GetValue(type),
                    parsed.GetValue(pristine)
                )
        );
        return command;
    }
}
