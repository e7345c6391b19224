using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using HomeOps.Files;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary>
/// <c>homeops secrets edit</c>: opens the plaintext in an editor and encrypts what was changed. The plaintext lies in a private folder that
/// is always removed.
/// </summary>
internal static class SecretsEditCommand
{
    private static int Run(World world, string file, string? config, string? type) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                if (Editor(world) is not { } editor)
                {
                    return new FindingsPrinter(world.Terminal).Print([SecretsDiagnostics.NoEditor()]);
                }

                using var text = SecretsEditText.Open(world, file, config, type);
                using var folder = SecretsPrivateFolder.Create(world);
                var path = folder.Write(Path.GetFileName(file), text.Before);
                return Loop(world, file, text, folder, [.. editor, path]);
            }
        );

    private static int Loop(
        World world,
        string file,
        SecretsEditText text,
        SecretsPrivateFolder folder,
        IReadOnlyList<string> editor
    )
    {
        while (true)
        {
            folder.IsInUse = true;
            var ended = world.Processes.Run(new ProgramCall(editor, world.WorkingFolder));
            folder.IsInUse = false;
            if (ended != 0)
            {
                return new FindingsPrinter(world.Terminal).Print([
                    SecretsDiagnostics.EditorFailed(editor[0], ended, file),
                ]);
            }

            var after = File.ReadAllBytes(editor[^1]);
            try
            {
                var encrypted = text.IsUnchanged(after) ? null : text.Encrypt(after);
                if (encrypted is not null)
                {
                    OutputFile.Write(world.Absolute(file), Encoding.UTF8.GetBytes(encrypted), MemoryFile.PrivateMode);
                }

                world.Terminal.Error.WriteLine($"{file}: {(encrypted is null ? "unchanged" : "changed")}");
                return ExitCode.Done;
            }
            catch (SopsException failure)
            {
                new FindingsPrinter(world.Terminal).Print([failure.Diagnostic]);
                if (world.Terminal.Ask("Enter returns to the editor, q gives up: ") is null or "q")
                {
                    return ExitCode.Failed;
                }
            }
            finally
            {
                CryptographicOperations.ZeroMemory(after);
            }
        }
    }

    private static IReadOnlyList<string>? Editor(World world)
    {
        foreach (var variable in (string[])["SOPS_EDITOR", "EDITOR"])
        {
            if (ShellWords.Split(world.Environment.GetValueOrDefault(variable, "")) is { Count: > 0 } words)
            {
                return words;
            }
        }

        return Array.Find((string[])["vim", "nano", "vi"], world.Processes.Exists) is { } found ? [found] : null;
    }

    public static Command Create(World world)
    {
        var file = new Argument<string>("file")
        {
            Description = "The encrypted file; one that is not there starts from an example, by its rule",
        };
        var config = SopsOptions.Config();
        var type = SopsOptions.InputType();
        var command = new ExampleCommand("edit", "Edit the plaintext in $SOPS_EDITOR or $EDITOR")
        {
            Examples =
            [
                ("homeops secrets edit kubernetes/apps/default/app/secret.sops.yaml", "change or make a secret"),
                ("EDITOR='code --wait' homeops secrets edit a.sops.yaml", "in an editor with a window of its own"),
            ],
        };
        command.Arguments.Add(file);
        command.Options.Add(config);
        command.Options.Add(type);
        command.SetAction(parsed =>
            Run(world, parsed.GetRequiredValue(file), parsed.GetValue(config), parsed.GetValue(type))
        );
        return command;
    }
}
