using System.CommandLine;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets check</c>: finds secrets that must not be pushed as they are.</summary>
internal static class SecretsCheckCommand
{
    private static int Run(World world, Request request) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                var surroundings = new SopsSurroundings(world);
                var config = surroundings.FindConfig(request.Config);
                var check = new SopsCheck(config?.Config);
                var unopened = new List<Diagnostic>();
                using var keys = request.Identities.Length == 0 ? null : surroundings.Keys(request.Identities);
                foreach (var file in Files(new SecretsRepository(world, config), request))
                {
                    if (check.Add(file) && keys is not null && Failure(file, keys) is { } failure)
                    {
                        unopened.Add(failure);
                    }
                }

                Diagnostic[] findings = [.. keys?.Diagnostics ?? [], .. check.Findings, .. unopened];
                Print(world, request.Output, check.Count, findings);
                return Array.Exists(findings, static f => f.Severity == Severity.Error)
                    ? ExitCode.Failed
                    : ExitCode.Done;
            }
        );

    private static IEnumerable<SopsRepositoryFile> Files(SecretsRepository repository, Request request) =>
        request.Staged ? repository.Staged()
        : request.Files.Length == 0 ? repository.All()
        : repository.Named(request.Files);

    private static Diagnostic? Failure(SopsRepositoryFile file, SopsKeyRing keys)
    {
        try
        {
            SopsFormat.For(file.RulePath).Decrypt(file.Text, keys);
            return null;
        }
        catch (SopsException failure)
        {
            return failure.Diagnostic;
        }
    }

    private static void Print(World world, OutputFormat output, int count, Diagnostic[] findings)
    {
        if (output == OutputFormat.Json)
        {
            JsonReport.Write(
                world.Terminal.Out,
                json =>
                {
                    json.WriteNumber("files", count);
                    JsonReport.Findings(json, findings);
                }
            );
            return;
        }

        new FindingsPrinter(world.Terminal).Print(findings);
        world.Terminal.Out.WriteLine(
            $"{(count == 1 ? "1 file" : $"{count} files")} with secrets, {(findings.Length == 1 ? "1 finding" : $"{findings.Length} findings")}"
        );
    }

    private sealed record Request(
        string[] Files,
        string[] Identities,
        string? Config,
        bool Staged,
        OutputFormat Output
    );

    public static Command Create(World world)
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Files or folders; the whole repository when absent",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var staged = new Option<bool>("--staged") { Description = "Look at what the next commit would change" };
        var identities = new Option<string[]>("--identity")
        {
            Description = "Also open every encrypted file with these identity files and no others; may be repeated",
            HelpName = "file",
        };
        var config = SopsOptions.Config();
        var output = CommonOptions.Output();
        var command = new ExampleCommand("check", "Find secrets that must not be pushed as they are; needs no key")
        {
            Examples =
            [
                ("homeops secrets check", "plain files and values, recipients that differ from their rule, …"),
                ("homeops secrets check --identity new.key", "whether a new key opens everything"),
            ],
        };
        command.Arguments.Add(files);
        foreach (var option in (Option[])[staged, identities, config, output])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            Run(
                world,
                new Request(
                    parsed.GetValue(files) ?? [],
                    parsed.GetValue(identities) ?? [],
                    parsed.GetValue(config),
                    parsed.GetValue(staged),
                    parsed.GetValue(output)
                )
            )
        );
        return command;
    }
}
