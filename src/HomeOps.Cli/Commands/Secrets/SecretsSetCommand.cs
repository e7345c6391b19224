using System.CommandLine;
using System.Text;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets set</c>: changes one value of an encrypted file; what is not that value keeps its bytes.</summary>
internal static class SecretsSetCommand
{
    private static int Run(World world, Request request) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                using var file = SecretsFile.Open(world, request.File, request.Config, request.Type);
                var path = SopsPath.Parse(request.Path);
                file.Write(file.Format.Set(file.Source, path, Value(world, request), file.Keys, file.Context));
                return ExitCode.Done;
            }
        );

    private static string Value(World world, Request request) =>
        request.FromInput ? Encoding.UTF8.GetString(InputFile.Read(world, "-"))
        : request.FromFile ? Encoding.UTF8.GetString(InputFile.Read(world, request.Value))
        : request.Value ?? "";

    private sealed record Request(
        string File,
        string Path,
        string? Value,
        bool FromFile,
        bool FromInput,
        string? Config,
        string? Type
    );

    public static Command Create(World world)
    {
        var file = SopsOptions.File();
        var path = SopsOptions.ValuePath();
        var value = new Argument<string?>("value")
        {
            Description = "The value as JSON: '\"text\"', 1, true, '{\"a\": 1}'",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var fromFile = new Option<bool>("--value-file")
        {
            Description = "The value is the name of a file that holds it",
        };
        var fromInput = new Option<bool>("--value-stdin")
        {
            Description = "Read the value from standard input, so that no other user sees it in the list of processes",
        };
        var config = SopsOptions.Config();
        var type = SopsOptions.InputType();
        // An unchanged value never changes the file here, so sops's flag that asks for that says nothing new.
        var idempotent = new Option<bool>("--idempotent")
        {
            Description = "Taken for sops's sake: a value that is there already changes nothing anyway",
        };
        var command = new ExampleCommand("set", "Set one value; a value that is there already changes nothing")
        {
            Examples =
            [
                ("homeops secrets set a.sops.yaml '[\"stringData\"][\"user\"]' '\"me\"'", "set a text"),
                (
                    "jq -Rs . token.txt | homeops secrets set a.sops.yaml '[\"stringData\"][\"token\"]' --value-stdin",
                    "set what a program prints, quoted as JSON by jq"
                ),
            ],
        };
        foreach (var argument in (Argument[])[file, path, value])
        {
            command.Arguments.Add(argument);
        }

        foreach (var option in (Option[])[fromFile, fromInput, config, type, idempotent])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(fromInput) == (result.GetValue(value) is not null))
            {
                result.AddError("the value is given once: as an argument, or with --value-stdin");
            }
        });
        command.SetAction(parsed =>
            Run(
                world,
                new Request(
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(path),
                    parsed.GetValue(value),
                    parsed.GetValue(fromFile),
                    parsed.GetValue(fromInput),
                    parsed.GetValue(config),
                    parsed.GetValue(type)
                )
            )
        );
        return command;
    }
}
