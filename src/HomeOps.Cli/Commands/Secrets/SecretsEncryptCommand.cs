using System.CommandLine;
using System.Text;
using HomeOps.Age;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets encrypt</c>: encrypts a file by the rule that covers it.</summary>
internal static class SecretsEncryptCommand
{
    private static int Run(World world, Request request)
    {
        var printer = new FindingsPrinter(world.Terminal);
        try
        {
            var name = request.FilenameOverride ?? request.File;
            if (name is null)
            {
                return printer.Print([CliDiagnostics.NoNameForStandardInput()]) == ExitCode.Done
                    ? ExitCode.Done
                    : ExitCode.Usage;
            }

            var config = new SopsSurroundings(world).FindConfig(request.Config);
            printer.Print(config?.Config.Diagnostics ?? []);
            var rule = request.Select(Rule(world, request, config, name));
            rule = rule with { Indents = SopsOptions.Indents(rule.Indents, request.Indent) };
            var bytes = InputFile.Read(world, request.File);
            var format = SopsTypes.Format(request.InputType, name);
            var context = new SopsContext(world.Random, world.Clock);
            var text =
                format == SopsFormat.Binary
                    ? SopsFormat.EncryptBinary(InputFile.Name(request.File), bytes, rule, context)
                    : format.Encrypt(
                        new SourceText(InputFile.Name(request.File), Encoding.UTF8.GetString(bytes)),
                        rule,
                        context
                    );
            using var output = OutputTarget.Open(world, request.InPlace ? request.File : request.Output);
            output.Content.Write(Encoding.UTF8.GetBytes(text));
            output.Commit();
            return ExitCode.Done;
        }
        catch (SopsException failure)
        {
            return printer.Print([failure.Diagnostic]);
        }
        catch (AgeException failure)
        {
            return printer.Print([failure.Diagnostic]);
        }
    }

    private static CreationRule Rule(World world, Request request, SopsConfigFile? config, string name)
    {
        var recipients = request.Age ?? world.Environment.GetValueOrDefault("SOPS_AGE_RECIPIENTS");
        if (config is null)
        {
            return recipients is { Length: > 0 }
                ? CreationRule.For([.. Recipients(recipients)])
                : throw new SopsException(
                    SopsFailure.NoMatchingRule,
                    CliDiagnostics.NoSopsConfig(name, takesRecipients: true)
                );
        }

        var rule = config.Config.RequireRule(config.RulePath(world.Absolute(name)));
        return recipients is { Length: > 0 } ? rule with { Recipients = [.. Recipients(recipients)] } : rule;
    }

    private static IEnumerable<AgeRecipient> Recipients(string list) =>
        list.Split((char[])[',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(AgeRecipient.Parse);

    private static string?[] Named(string[]? files) => files is { Length: > 0 } ? files : new string?[] { null };

    private sealed record Request(
        string? File,
        string? FilenameOverride,
        string? Config,
        string? Age,
        string? InputType,
        string? Output,
        bool InPlace,
        int? Indent,
        Func<CreationRule, CreationRule> Select
    );

    public static Command Create(World world)
    {
        var files = new Argument<string[]>("file")
        {
            Description = "The plain file, with --in-place any number of them; standard input when absent or -",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var name = new Option<string?>("--filename-override")
        {
            Description = "The name that rules and format are chosen by",
            HelpName = "name",
        };
        var config = SopsOptions.Config();
        var age = new Option<string?>("--age")
        {
            Description = "Recipients, comma-separated, instead of the rule's",
            HelpName = "keys",
        };
        var type = SopsTypes.Option("--input-type", "The file's format, when its ending does not say");
        var output = new Option<string?>("--output")
        {
            Description = "Where to; standard output when absent",
            HelpName = "file",
        };
        var inPlace = SopsOptions.InPlace();
        var indent = SopsOptions.Indent();
        var selector = new SopsSelectorOptions();
        var command = new ExampleCommand("encrypt", "Encrypt a file by the rules of .sops.yaml")
        {
            Examples =
            [
                (
                    "homeops secrets encrypt --in-place kubernetes/apps/default/app/secret.sops.yaml",
                    "replace a plain file by its encrypted form"
                ),
                (
                    "kubectl create secret … -o yaml | homeops secrets encrypt --filename-override a.sops.yaml > a.sops.yaml",
                    "encrypt what never was on disk"
                ),
            ],
        };
        command.Arguments.Add(files);
        foreach (var option in (Option[])[inPlace, name, config, age, type, output, indent])
        {
            command.Options.Add(option);
        }

        selector.AddTo(command);

        command.Validators.Add(result =>
        {
            var named = result.GetValue(files) ?? [];
            if (result.GetValue(inPlace) && (named.Length == 0 || named.Any(InputFile.IsStandardInput)))
            {
                result.AddError("--in-place needs a file");
            }
            else if (named.Length > 1 && (!result.GetValue(inPlace) || result.GetValue(name) is not null))
            {
                result.AddError("several files are encrypted with --in-place, each by its own name");
            }
        });
        command.SetAction(parsed =>
            Named(parsed.GetValue(files))
                .Max(file =>
                    Run(
                        world,
                        new Request(
                            file,
                            parsed.GetValue(name),
                            parsed.GetValue(config),
                            parsed.GetValue(age),
                            parsed.GetValue(type),
                            parsed.GetValue(output),
                            parsed.GetValue(inPlace),
                            parsed.GetValue(indent),
                            selector.Read(parsed)
                        )
                    )
                )
        );
        return command;
    }
}
