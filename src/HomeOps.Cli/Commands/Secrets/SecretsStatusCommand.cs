using System.CommandLine;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets status</c>: says of files whether they are encrypted, and for whom.</summary>
internal static class SecretsStatusCommand
{
    private static int Run(World world, string[] files, OutputFormat format)
    {
        var findings = new DiagnosticBag();
        var rows = new List<(string File, SopsStatus Status)>();
        foreach (
            var file in files.Length == 0
                ? Covered(world, findings)
                : files.Select(file => InputFile.Source(world, file))
        )
        {
            try
            {
                var status = SopsFormat.For(file.Path).Status(file);
                rows.Add((file.Path, status));
                if (!status.IsEncrypted)
                {
                    findings.Add(CliDiagnostics.NotEncrypted(file.Path));
                }
            }
            catch (SopsException failure)
            {
                findings.Add(failure.Diagnostic);
            }
        }

        if (format == OutputFormat.Json)
        {
            WriteJson(world, rows, findings);
        }
        else
        {
            foreach (var (file, status) in rows.Where(static r => r.Status.IsEncrypted))
            {
                world.Terminal.Out.WriteLine(
                    $"{file}: encrypted for {string.Join(", ", status.Recipients.Select(SopsText.Short))}"
                );
            }

            new FindingsPrinter(world.Terminal).Print(findings);
        }

        return findings.HasErrors ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Every file of the repository that a rule is meant for, as seen from the working folder.</summary>
    private static List<SourceText> Covered(World world, DiagnosticBag findings)
    {
        try
        {
            if (new SopsSurroundings(world).FindConfig(null) is { } config)
            {
                return [.. new SecretsRepository(world, config).Covered().Select(static f => f.Text)];
            }

            findings.Add(CliDiagnostics.NoSopsConfigOfRepository());
        }
        catch (SopsException failure)
        {
            findings.Add(failure.Diagnostic);
        }

        return [];
    }

    private static void WriteJson(World world, List<(string File, SopsStatus Status)> rows, DiagnosticBag findings) =>
        JsonReport.Write(
            world.Terminal.Out,
            json =>
            {
                json.WriteStartArray("files");
                foreach (var (file, status) in rows)
                {
                    json.WriteStartObject();
                    json.WriteString("file", file);
                    json.WriteBoolean("encrypted", status.IsEncrypted);
                    json.WriteStartArray("recipients");
                    foreach (var recipient in status.Recipients)
                    {
                        json.WriteStringValue(recipient);
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonReport.Findings(json, findings);
            }
        );

    public static Command Create(World world)
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Files to look at; when absent, every file that a rule of .sops.yaml covers",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = CommonOptions.Output();
        var command = new ExampleCommand("status", "Say whether files are encrypted (exit code 1 if one is not)")
        {
            Examples =
            [
                ("homeops secrets status", "check the whole repository"),
                (
                    "homeops secrets status kubernetes/components/*.sops.yaml",
                    "check every file of a folder before a commit"
                ),
            ],
        };
        command.Arguments.Add(files);
        command.Options.Add(output);
        command.SetAction(parsed => Run(world, parsed.GetValue(files) ?? [], parsed.GetValue(output)));
        return command;
    }
}
