using System.CommandLine;
using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets updatekeys</c>: brings the recipients of files in step with their rules.</summary>
internal static class SecretsUpdateKeysCommand
{
    private static int Run(World world, Request request) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                var config =
                    new SopsSurroundings(world).FindConfig(request.Config)
                    ?? throw new SopsException(SopsFailure.NoMatchingRule, CliDiagnostics.NoSopsConfigOfRepository());
                var findings = new DiagnosticBag();
                var changes = Changes(world, config, request, findings);
                var printer = new FindingsPrinter(world.Terminal);
                if (printer.Print(findings) != ExitCode.Done)
                {
                    return ExitCode.Failed;
                }

                Describe(world, changes);
                if (changes.Count == 0 || request.DryRun)
                {
                    return ExitCode.Done;
                }

                if (
                    !request.Yes
                    && world.Terminal.Ask($"Write {Count(changes.Count)}? [y/N] ") is not ("y" or "Y" or "yes")
                )
                {
                    return printer.Print([SecretsDiagnostics.NotConfirmed()]);
                }

                foreach (var (file, update) in changes)
                {
                    OutputFile.Write(world.Absolute(file), Encoding.UTF8.GetBytes(update.Text), MemoryFile.PrivateMode);
                }

                return ExitCode.Done;
            }
        );

    // Everything is worked out before anything is written: a file that cannot be opened leaves all of them as they are.
    private static List<(string File, SopsUpdate Update)> Changes(
        World world,
        SopsConfigFile config,
        Request request,
        DiagnosticBag findings
    )
    {
        using var keys = new SopsSurroundings(world).Keys(config);
        findings.AddRange(keys.Diagnostics);
        var context = new SopsContext(world.Random, world.Clock);
        var repository = new SecretsRepository(world, config);
        var changes = new List<(string, SopsUpdate)>();
        foreach (var file in request.Files.Length == 0 ? repository.All() : repository.Named(request.Files))
        {
            var format = SopsTypes.Format(request.Type, file.RulePath);
            try
            {
                if (request.Files.Length == 0 && !IsEncrypted(format, file))
                {
                    continue;
                }

                var rule = config.Config.RequireRule(file.RulePath);
                var update = format.UpdateKeys(file.Text, rule.Recipients, keys, context);
                if (update.Kind != SopsUpdateKind.Unchanged)
                {
                    changes.Add((file.Text.Path, update));
                }
            }
            catch (SopsException failure)
            {
                findings.Add(failure.Diagnostic);
            }
        }

        return changes;
    }

    private static bool IsEncrypted(SopsFormat format, SopsRepositoryFile file)
    {
        try
        {
            return file.Text.Text.Contains("ENC[AES256_GCM,", StringComparison.Ordinal)
                && format.Status(file.Text).IsEncrypted;
        }
        catch (SopsException)
        {
            // No file of SOPS; 'secrets check' says what is wrong with it if it should be one.
            return false;
        }
    }

    private static void Describe(World world, List<(string File, SopsUpdate Update)> changes)
    {
        foreach (var (file, update) in changes)
        {
            world.Terminal.Out.WriteLine(file);
            foreach (var added in update.AddedRecipients)
            {
                world.Terminal.Out.WriteLine($"  + {SopsText.Short(added)}");
            }

            foreach (var removed in update.RemovedRecipients)
            {
                world.Terminal.Out.WriteLine($"  - {SopsText.Short(removed)}");
            }
        }

        if (changes.Exists(static c => c.Update.RemovedRecipients.Count > 0))
        {
            world.Terminal.Error.WriteLine(
                "A removed recipient still opens the Git history. 'homeops secrets rotate' makes new data keys; change the secrets themselves if the key was lost."
            );
        }

        if (changes.Count == 0)
        {
            world.Terminal.Out.WriteLine("up to date");
        }
    }

    private static string Count(int files) => files == 1 ? "this file" : $"these {files} files";

    private sealed record Request(string[] Files, string? Config, string? Type, bool Yes, bool DryRun);

    public static Command Create(World world)
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Files or folders; every encrypted file of the repository when absent",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var config = SopsOptions.Config();
        var type = SopsOptions.InputType();
        var yes = SopsOptions.Yes();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change, and write nothing" };
        var command = new ExampleCommand("updatekeys", "Bring the recipients of files in step with .sops.yaml")
        {
            Examples =
            [
                ("homeops secrets updatekeys --dry-run", "what a change of .sops.yaml means for the repository"),
                ("homeops secrets updatekeys --yes", "write it"),
            ],
        };
        command.Arguments.Add(files);
        foreach (var option in (Option[])[config, type, yes, dryRun])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            Run(
                world,
                new Request(
                    parsed.GetValue(files) ?? [],
                    parsed.GetValue(config),
                    parsed.GetValue(type),
                    parsed.GetValue(yes),
                    parsed.GetValue(dryRun)
                )
            )
        );
        return command;
    }
}
