using System.CommandLine;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets diff</c>: says what changed between two versions of an encrypted file, without showing a value.</summary>
internal static class SecretsDiffCommand
{
    private static int Run(World world, Request request) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                var surroundings = new SopsSurroundings(world);
                using var keys = surroundings.Keys(surroundings.FindConfig(request.Config));
                var newerPath = request.Newer ?? request.Older;
                var newer = InputFile.Source(world, newerPath);
                var older = request.Newer is null ? Committed(world, request) : InputFile.Source(world, request.Older);
                var format = SopsTypes.Format(request.Type, newerPath);
                var lines = Recipients(format.Status(older), format.Status(newer));
                var changes = format.Decrypt(older, keys).Differences(format.Decrypt(newer, keys));
                lines.AddRange(changes.Select(Line));
                if (request.Output == OutputFormat.Json)
                {
                    WriteJson(world, changes, format.Status(older), format.Status(newer));
                }
                else
                {
                    lines.ForEach(world.Terminal.Out.WriteLine);
                }

                return request.ExitCode && lines.Count > 0 ? ExitCode.ChangesPending : ExitCode.Done;
            }
        );

    private static SourceText Committed(World world, Request request)
    {
        var path = world.Absolute(request.Older);
        var folder = Path.GetDirectoryName(path) ?? "/";
        return new SourceText(
            $"{request.Revision}:{request.Older}",
            new SecretsGit(world).Show(folder, $"{request.Revision}:./{Path.GetFileName(path)}")
        );
    }

    private static List<string> Recipients(SopsStatus older, SopsStatus newer) =>
        [
            .. newer
                .Recipients.Except(older.Recipients, StringComparer.Ordinal)
                .Select(static r => $"+ recipient {SopsText.Short(r)}"),
            .. older
                .Recipients.Except(newer.Recipients, StringComparer.Ordinal)
                .Select(static r => $"- recipient {SopsText.Short(r)}"),
        ];

    private static string Line(SopsDifference difference) =>
        difference.Kind switch
        {
            SopsDifferenceKind.Added => $"+ {difference.Path} ({difference.NewType})",
            SopsDifferenceKind.Removed => $"- {difference.Path} ({difference.OldType})",
            _ => string.Equals(difference.OldType, difference.NewType, StringComparison.Ordinal)
                ? $"~ {difference.Path} ({difference.NewType})"
                : $"~ {difference.Path} ({difference.OldType} → {difference.NewType})",
        };

    private static void WriteJson(
        World world,
        IReadOnlyList<SopsDifference> changes,
        SopsStatus older,
        SopsStatus newer
    ) =>
        JsonReport.Write(
            world.Terminal.Out,
            json =>
            {
                json.WriteStartArray("changes");
                foreach (var change in changes)
                {
                    json.WriteStartObject();
                    json.WriteString(
                        "kind",
                        change.Kind switch
                        {
                            SopsDifferenceKind.Added => "added",
                            SopsDifferenceKind.Removed => "removed",
                            _ => "changed",
                        }
                    );
                    json.WriteString("path", change.Path);
                    json.WriteString("oldType", change.OldType);
                    json.WriteString("newType", change.NewType);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                foreach (
                    var (name, recipients) in (ReadOnlySpan<(string, IEnumerable<string>)>)
                        [
                            ("addedRecipients", newer.Recipients.Except(older.Recipients, StringComparer.Ordinal)),
                            ("removedRecipients", older.Recipients.Except(newer.Recipients, StringComparer.Ordinal)),
                        ]
                )
                {
                    json.WriteStartArray(name);
                    foreach (var recipient in recipients)
                    {
                        json.WriteStringValue(recipient);
                    }

                    json.WriteEndArray();
                }
            }
        );

    private sealed record Request(
        string Older,
        string? Newer,
        string Revision,
        string? Config,
        string? Type,
        bool ExitCode,
        OutputFormat Output
    );

    public static Command Create(World world)
    {
        var older = new Argument<string>("file")
        {
            Description = "The encrypted file; the older one when there are two",
        };
        var newer = new Argument<string?>("newer")
        {
            Description = "The newer version; when absent, the file is compared with what was committed of it",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var revision = new Option<string>("--revision", "-r")
        {
            Description = "The Git revision to compare with",
            DefaultValueFactory = static _ => "HEAD",
            HelpName = "revision",
        };
        var config = SopsOptions.Config();
        var type = SopsOptions.InputType();
        var exitCode = new Option<bool>("--exit-code") { Description = "Exit with 3 when something differs" };
        var output = CommonOptions.Output();
        var command = new ExampleCommand("diff", "Say which values differ between two versions, without showing them")
        {
            Examples =
            [
                ("homeops secrets diff a.sops.yaml", "what changed since the last commit"),
                ("homeops secrets diff -r main a.sops.yaml", "what a branch changes"),
                ("homeops secrets diff old.sops.yaml new.sops.yaml", "two files"),
            ],
        };
        command.Arguments.Add(older);
        command.Arguments.Add(newer);
        foreach (var option in (Option[])[revision, config, type, exitCode, output])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            Run(
                world,
                new Request(
                    parsed.GetRequiredValue(older),
                    parsed.GetValue(newer),
                    parsed.GetRequiredValue(revision),
                    parsed.GetValue(config),
                    parsed.GetValue(type),
                    parsed.GetValue(exitCode),
                    parsed.GetValue(output)
                )
            )
        );
        return command;
    }
}
