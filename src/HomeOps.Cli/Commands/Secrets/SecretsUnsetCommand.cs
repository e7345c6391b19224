using System.CommandLine;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets unset</c>: takes one value out of an encrypted file.</summary>
internal static class SecretsUnsetCommand
{
    private static int Run(World world, string file, string path, string? config, string? type, bool mayLack) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                using var opened = SecretsFile.Open(world, file, config, type);
                try
                {
                    opened.Write(opened.Format.Unset(opened.Source, SopsPath.Parse(path), opened.Keys, opened.Context));
                }
                catch (SopsException failure) when (mayLack && failure.Failure == SopsFailure.PathNotFound)
                {
                    world.Terminal.Error.WriteLine($"{file}: unchanged");
                }

                return ExitCode.Done;
            }
        );

    public static Command Create(World world)
    {
        var file = SopsOptions.File();
        var path = SopsOptions.ValuePath();
        var config = SopsOptions.Config();
        var type = SopsOptions.InputType();
        var mayLack = new Option<bool>("--idempotent") { Description = "It is no error when there is no such value" };
        var command = new ExampleCommand("unset", "Remove one value")
        {
            Examples = [("homeops secrets unset a.sops.yaml '[\"stringData\"][\"old\"]'", "remove an entry")],
        };
        command.Arguments.Add(file);
        command.Arguments.Add(path);
        foreach (var option in (Option[])[config, type, mayLack])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            Run(
                world,
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(path),
                parsed.GetValue(config),
                parsed.GetValue(type),
                parsed.GetValue(mayLack)
            )
        );
        return command;
    }
}
