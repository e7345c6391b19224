using System.CommandLine;
using System.Text;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets get</c>: prints one value.</summary>
internal static class SecretsGetCommand
{
    private static int Run(World world, string file, string path, string? config, string? type) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                using var opened = SecretsFile.Open(world, file, config, type);
                var value = opened.Format.Decrypt(opened.Source, opened.Keys).Extract(SopsPath.Parse(path));
                using var output = world.Terminal.OpenOutput();
                output.Write(Encoding.UTF8.GetBytes(value));
                return ExitCode.Done;
            }
        );

    public static Command Create(World world)
    {
        var file = SopsOptions.File();
        var path = SopsOptions.ValuePath();
        var config = SopsOptions.Config();
        var type = SopsOptions.InputType();
        var command = new ExampleCommand("get", "Print one value: a string as it is, without a line end")
        {
            Examples = [("homeops secrets get a.sops.yaml '[\"stringData\"][\"token\"]'", "print a token")],
        };
        command.Arguments.Add(file);
        command.Arguments.Add(path);
        command.Options.Add(config);
        command.Options.Add(type);
        command.SetAction(parsed =>
            Run(
                world,
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(path),
                parsed.GetValue(config),
                parsed.GetValue(type)
            )
        );
        return command;
    }
}
