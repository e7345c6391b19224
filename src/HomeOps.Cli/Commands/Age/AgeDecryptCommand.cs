using System.CommandLine;
using HomeOps.Age;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops age decrypt</c>: opens an age file.</summary>
internal static class AgeDecryptCommand
{
    private static int Run(World world, string? inputPath, string? outputPath, string[] identityFiles)
    {
        var identities = new List<AgeIdentity>();
        try
        {
            identities.AddRange(
                identityFiles.Length == 0 ? [Passphrase(world)] : AgeKeys.Identities(world, identityFiles)
            );
            using var input = InputFile.Open(world, inputPath);
            using var output = OutputTarget.Open(world, outputPath);
            AgeFile.Decrypt(input, output.Content, identities);
            output.Commit();
            return ExitCode.Done;
        }
        catch (AgeException failure)
        {
            return new FindingsPrinter(world.Terminal).Print([failure.Diagnostic]);
        }
        finally
        {
            identities.ForEach(static i => i.Dispose());
        }
    }

    private static AgeIdentity Passphrase(World world)
    {
        var passphrase = world.Terminal.AskSecret("Passphrase: ") ?? [];
        try
        {
            return AgePassphrase.Identity(passphrase);
        }
        finally
        {
            Array.Clear(passphrase);
        }
    }

    public static Command Create(World world)
    {
        var input = new Argument<string?>("file")
        {
            Description = "The age file; standard input when absent or -",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var output = AgeOptions.Output();
        var identities = new Option<string[]>("--identity", "-i")
        {
            Description = "A file with private keys; may be repeated. Without it a passphrase is asked for",
            HelpName = "file",
        };
        var command = new ExampleCommand("decrypt", "Decrypt a file")
        {
            Examples =
            [
                (
                    "homeops age decrypt -i age.key -o notes.txt notes.txt.age",
                    "decrypt a file with the keys of age.key"
                ),
            ],
        };
        command.Arguments.Add(input);
        command.Options.Add(output);
        command.Options.Add(identities);
        command.SetAction(parsed =>
            Run(world, parsed.GetValue(input), parsed.GetValue(output), parsed.GetValue(identities) ?? [])
        );
        return command;
    }
}
