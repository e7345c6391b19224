using System.CommandLine;
using System.Text;
using HomeOps.Age;
using HomeOps.Files;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets keygen</c>: makes an age key, as age-keygen does.</summary>
internal static class SecretsKeygenCommand
{
    private static int Run(World world, AgeKeyKind kind, string? file)
    {
        using var identity = AgeKeygen.Generate(kind == AgeKeyKind.PostQuantum, world.Random);
        var text = AgeKeygen.FileText(identity, world.Clock.GetLocalNow());
        if (file is null)
        {
            world.Terminal.Out.Write(text);
            return ExitCode.Done;
        }

        if (PrivateFile.Create(world.Absolute(file), Encoding.UTF8.GetBytes(text)) is { } failure)
        {
            return new FindingsPrinter(world.Terminal).Print([failure]);
        }

        world.Terminal.Error.WriteLine($"Public key: {identity.Recipient}");
        return ExitCode.Done;
    }

    public static Command Create(World world)
    {
        var kind = CommonOptions.AgeKey();
        var file = new Option<string?>("--output", "-o")
        {
            Description = "The new file; it is private and replaces nothing",
            HelpName = "file",
        };
        var command = new ExampleCommand("keygen", "Make an age key")
        {
            Examples =
            [
                (
                    "homeops secrets keygen -o age.key",
                    "a post-quantum key in a new private file; the public key is printed"
                ),
                ("homeops secrets keygen --age-key classic", "an X25519 key on standard output"),
            ],
        };
        command.Options.Add(kind);
        command.Options.Add(file);
        command.SetAction(parsed => Run(world, parsed.GetValue(kind), parsed.GetValue(file)));
        return command;
    }
}
