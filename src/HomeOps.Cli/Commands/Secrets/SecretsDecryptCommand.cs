using System.CommandLine;
using System.Text;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets decrypt</c>: shows or restores the plaintext of a SOPS file.</summary>
internal static class SecretsDecryptCommand
{
    private static int Run(World world, Request request)
    {
        var printer = new FindingsPrinter(world.Terminal);
        try
        {
            var surroundings = new SopsSurroundings(world);
            using var keys = surroundings.Keys(surroundings.FindConfig(request.Config));
            printer.Print(keys.Diagnostics);
            var name = request.FilenameOverride ?? request.File ?? "";
            var format = SopsTypes.Format(request.InputType, name);
            var plain = format.Decrypt(InputFile.Source(world, request.File), keys, request.IgnoreMac);
            using var output = OutputTarget.Open(world, request.InPlace ? request.File : request.Output);
            output.Content.Write(
                request.Extract is { } path ? Encoding.UTF8.GetBytes(plain.Extract(SopsPath.Parse(path)))
                : request is { OutputType: null, Indent: null }
                || (request.OutputType is null && format == SopsFormat.Binary)
                    ? plain.ToBytes()
                : Encoding.UTF8.GetBytes(
                    plain.ToText(
                        request.OutputType is null ? format : SopsTypes.Format(request.OutputType, name),
                        SopsOptions.Indents(StoreIndents.Default, request.Indent)
                    )
                )
            );
            output.Commit();
            return ExitCode.Done;
        }
        catch (SopsException failure)
        {
            return printer.Print([failure.Diagnostic]);
        }
    }

    private sealed record Request(
        string? File,
        string? FilenameOverride,
        string? Config,
        string? InputType,
        string? OutputType,
        string? Output,
        string? Extract,
        bool InPlace,
        bool IgnoreMac,
        int? Indent
    );

    public static Command Create(World world)
    {
        var file = new Argument<string?>("file")
        {
            Description = "The encrypted file; standard input when absent or -",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var name = new Option<string?>("--filename-override")
        {
            Description = "The name that the format is chosen by",
            HelpName = "name",
        };
        var config = SopsOptions.Config();
        var inputType = SopsTypes.Option("--input-type", "The file's format, when its ending does not say");
        var outputType = SopsTypes.Option("--output-type", "Write another format");
        var output = new Option<string?>("--output")
        {
            Description = "Where to; standard output when absent",
            HelpName = "file",
        };
        var extract = new Option<string?>("--extract")
        {
            Description = "Print one value only: a string as it is, without a line end",
            HelpName = "path",
        };
        var inPlace = SopsOptions.InPlace();
        var ignoreMac = new Option<bool>("--ignore-mac")
        {
            Description = "Decrypt a file although it was changed from outside",
        };
        var command = new ExampleCommand("decrypt", "Decrypt a SOPS file")
        {
            Examples =
            [
                ("homeops secrets decrypt talos/talsecret.sops.yaml", "print the plaintext"),
                ("homeops secrets decrypt --output-type json a.sops.yaml", "print it as JSON"),
                ("homeops secrets decrypt --extract '[\"stringData\"][\"token\"]' a.sops.yaml", "print one value"),
            ],
        };
        command.Arguments.Add(file);
        var indent = SopsOptions.Indent();
        foreach (
            var option in (Option[])[inPlace, name, config, inputType, outputType, output, extract, ignoreMac, indent]
        )
        {
            command.Options.Add(option);
        }

        command.Validators.Add(SopsOptions.InPlaceNeedsFile(file, inPlace));
        command.SetAction(parsed =>
            Run(
                world,
                new Request(
                    parsed.GetValue(file),
                    parsed.GetValue(name),
                    parsed.GetValue(config),
                    parsed.GetValue(inputType),
                    parsed.GetValue(outputType),
                    parsed.GetValue(output),
                    parsed.GetValue(extract),
                    parsed.GetValue(inPlace),
                    parsed.GetValue(ignoreMac),
                    parsed.GetValue(indent)
                )
            )
        );
        return command;
    }
}
