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
        if (files.Length == 0)
        {
            files = [.. Covered(world, findings)];
        }

        var rows = new List<(string File, SopsStatus Status)>();
        foreach (var file in files)
        {
            try
            {
                var status = SopsFormat.For(file).Status(InputFile.Source(world, file));
                rows.Add((file, status));
                if (!status.IsEncrypted)
                {
                    findings.Add(CliDiagnostics.NotEncrypted(file));
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

    /// <summary>Every file below the configuration that one of its rules is meant for, as seen from the working folder.</summary>
    private static List<string> Covered(World world, DiagnosticBag findings)
    {
        try
        {
            if (new SopsSurroundings(world).FindConfig(null) is { } config)
            {
                return CoveredFiles.Find(config).Select(p => Path.GetRelativePath(world.WorkingFolder, p)).ToList();
            }

            findings.Add(CliDiagnostics.NoSopsConfig("."));
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
