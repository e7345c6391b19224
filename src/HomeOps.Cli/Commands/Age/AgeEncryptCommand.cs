using System.CommandLine;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using HomeOps.Age;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops age encrypt</c>: writes an age file.</summary>
internal static class AgeEncryptCommand
{
    private static int Run(World world, Request request)
    {
        try
        {
            using var passphrase = request.Passphrase ? Passphrase(world) : null;
            IReadOnlyList<AgeRecipient> recipients = passphrase is not null
                ? [passphrase]
                : AgeKeys.Recipients(world, request.Recipients, request.RecipientFiles, request.IdentityFiles);
            if (request.Output is null && world.Terminal.IsOutputTerminal && !request.Armor)
            {
                return new FindingsPrinter(world.Terminal).Print([CliDiagnostics.BinaryToTerminal()]);
            }

            using var input = InputFile.Open(world, request.Input);
            using var output = OutputTarget.Open(world, request.Output);
            AgeFile.Encrypt(input, output.Content, recipients, request.Armor, world.Random);
            output.Commit();
            return ExitCode.Done;
        }
        catch (AgeException failure)
        {
            return new FindingsPrinter(world.Terminal).Print([failure.Diagnostic]);
        }
    }

    private static AgePassphraseRecipient Passphrase(World world)
    {
        var passphrase = world.Terminal.AskSecret("Passphrase: ") ?? [];
        var again = passphrase.Length == 0 ? [] : world.Terminal.AskSecret("The same again: ") ?? [];
        try
        {
            return AgePassphrase.Recipient(AreEqual(passphrase, again) ? passphrase : []);
        }
        finally
        {
            Array.Clear(passphrase);
            Array.Clear(again);
        }
    }

    private static bool AreEqual(char[] passphrase, char[] again) =>
        CryptographicOperations.FixedTimeEquals(
            MemoryMarshal.AsBytes(passphrase.AsSpan()),
            MemoryMarshal.AsBytes(again.AsSpan())
        );

    private sealed record Request(
        string? Input,
        string? Output,
        string[] Recipients,
        string[] RecipientFiles,
        string[] IdentityFiles,
        bool Passphrase,
        bool Armor
    );

    public static Command Create(World world)
    {
        var input = new Argument<string?>("file")
        {
            Description = "What to encrypt; standard input when absent or -",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var output = AgeOptions.Output();
        var recipients = new Option<string[]>("--recipient", "-r")
        {
            Description = "A public key (age1…, ssh-ed25519 …, ssh-rsa …); may be repeated",
            HelpName = "key",
        };
        var files = new Option<string[]>("--recipients-file", "-R")
        {
            Description = "A file with a public key a line; may be repeated",
            HelpName = "file",
        };
        var identities = new Option<string[]>("--identity", "-i")
        {
            Description = "Encrypt to the owners of these identity files",
            HelpName = "file",
        };
        var passphrase = new Option<bool>("--passphrase", "-p") { Description = "Ask for a passphrase instead" };
        var armor = new Option<bool>("--armor", "-a") { Description = "Write text instead of bytes" };
        var command = new ExampleCommand("encrypt", "Encrypt a file to public keys or a passphrase")
        {
            Examples =
            [
                ("homeops age encrypt -r age1… -o notes.txt.age notes.txt", "encrypt a file for one key"),
                (
                    "tar c folder | homeops age encrypt -R keys.txt > folder.tar.age",
                    "encrypt a stream for every key of a file"
                ),
            ],
        };
        command.Arguments.Add(input);
        foreach (var option in (Option[])[output, recipients, files, identities, passphrase, armor])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            Run(
                world,
                new Request(
                    parsed.GetValue(input),
                    parsed.GetValue(output),
                    parsed.GetValue(recipients) ?? [],
                    parsed.GetValue(files) ?? [],
                    parsed.GetValue(identities) ?? [],
                    parsed.GetValue(passphrase),
                    parsed.GetValue(armor)
                )
            )
        );
        return command;
    }
}
