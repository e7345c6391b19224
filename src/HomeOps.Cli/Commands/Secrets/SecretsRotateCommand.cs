using System.CommandLine;
using System.Text;
using HomeOps.Age;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets rotate</c>: encrypts a file anew under a new data key.</summary>
internal static class SecretsRotateCommand
{
    private static int Run(World world, Request request) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                using var file = SecretsFile.Open(world, request.File, request.Config, request.Type);
                var update = file.Format.Rotate(
                    file.Source,
                    file.Keys,
                    file.Context,
                    Recipients(request.Add),
                    Recipients(request.Remove)
                );
                if (request.InPlace)
                {
                    file.Write(update);
                }
                else
                {
                    using var output = world.Terminal.OpenOutput();
                    output.Write(Encoding.UTF8.GetBytes(update.Text));
                }

                return ExitCode.Done;
            }
        );

    private static List<AgeRecipient> Recipients(string? list) =>
        [.. (list ?? "").Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(AgeRecipient.Parse)];

    private sealed record Request(string File, string? Add, string? Remove, string? Config, string? Type, bool InPlace);

    public static Command Create(World world)
    {
        var file = SopsOptions.File();
        var inPlace = SopsOptions.InPlace();
        var add = new Option<string?>("--add-age")
        {
            Description = "Recipients to add, comma-separated",
            HelpName = "keys",
        };
        var remove = new Option<string?>("--rm-age")
        {
            Description = "Recipients to remove, comma-separated",
            HelpName = "keys",
        };
        var config = SopsOptions.Config();
        var type = SopsOptions.InputType();
        var command = new ExampleCommand("rotate", "Encrypt a file anew, under a new data key")
        {
            Examples =
            [
                ("homeops secrets rotate --in-place a.sops.yaml", "after a recipient was removed"),
                ("homeops secrets rotate -i --rm-age age1… a.sops.yaml", "remove a recipient and rotate in one step"),
            ],
        };
        command.Arguments.Add(file);
        foreach (var option in (Option[])[inPlace, add, remove, config, type])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            Run(
                world,
                new Request(
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(add),
                    parsed.GetValue(remove),
                    parsed.GetValue(config),
                    parsed.GetValue(type),
                    parsed.GetValue(inPlace)
                )
            )
        );
        return command;
    }
}
