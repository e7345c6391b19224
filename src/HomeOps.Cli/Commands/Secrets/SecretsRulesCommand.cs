using System.CommandLine;
using System.Text.Json;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets rules</c>: says which creation rule covers a file, and why.</summary>
internal static class SecretsRulesCommand
{
    private static int Run(World world, string file, string? named, OutputFormat output) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                var config =
                    new SopsSurroundings(world).FindConfig(named)
                    ?? throw new SopsException(SopsFailure.NoMatchingRule, CliDiagnostics.NoSopsConfig(file));
                var printer = new FindingsPrinter(world.Terminal);
                var path = config.RulePath(world.Absolute(file));
                var verdicts = config.Config.Explain(path);
                var rule = config.Config.FindRule(path);
                if (output == OutputFormat.Json)
                {
                    JsonReport.Write(world.Terminal.Out, json => WriteJson(json, path, verdicts, rule, config.Config));
                    return rule is null ? ExitCode.Failed : ExitCode.Done;
                }

                printer.Print(config.Config.Diagnostics);
                WriteText(world, path, verdicts, rule);
                config.Config.RequireRule(path);
                return ExitCode.Done;
            }
        );

    private static void WriteText(World world, string path, IReadOnlyList<RuleVerdict> verdicts, CreationRule? rule)
    {
        var text = world.Terminal.Out;
        text.WriteLine($"{path} is matched with");
        foreach (var verdict in verdicts)
        {
            text.WriteLine(
                $"  rule {verdict.Number} ({verdict.At}): {Expression(verdict)}: {(verdict.Covers ? "covers it" : "does not")}"
            );
        }

        if (rule is null)
        {
            return;
        }

        text.WriteLine($"encrypted: {Selector(rule.Selector)}");
        text.WriteLine($"MAC over: {(rule.MacOnlyEncrypted ? "encrypted values only" : "all values")}");
        foreach (var recipient in rule.Recipients)
        {
            text.WriteLine($"recipient: {SopsText.Short(recipient.ToString())}");
        }
    }

    private static string Expression(RuleVerdict verdict) =>
        verdict.PathRegex is { } expression ? $"path_regex {expression}" : "no path_regex, every file";

    private static string Selector(SopsSelector selector) =>
        selector.Kind switch
        {
            SelectorKind.UnencryptedSuffix => $"all but what is below keys that end in '{selector.Pattern}'",
            SelectorKind.EncryptedSuffix => $"what is below keys that end in '{selector.Pattern}'",
            SelectorKind.UnencryptedRegex => $"all but what is below keys that {selector.Pattern} finds",
            SelectorKind.EncryptedRegex => $"what is below keys that {selector.Pattern} finds",
            SelectorKind.UnencryptedCommentRegex => $"all but what is below comments that {selector.Pattern} finds",
            SelectorKind.EncryptedCommentRegex => $"what is below comments that {selector.Pattern} finds",
            _ => "everything",
        };

    private static void WriteJson(
        Utf8JsonWriter json,
        string path,
        IReadOnlyList<RuleVerdict> verdicts,
        CreationRule? rule,
        SopsConfig config
    )
    {
        json.WriteString("path", path);
        json.WriteStartArray("rules");
        foreach (var verdict in verdicts)
        {
            json.WriteStartObject();
            json.WriteNumber("rule", verdict.Number);
            json.WriteNumber("line", verdict.At.Start.Line);
            json.WriteString("path_regex", verdict.PathRegex);
            json.WriteBoolean("covers", verdict.Covers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (rule is not null)
        {
            json.WriteString("selector", rule.Selector.Name);
            json.WriteString("pattern", rule.Selector.Pattern);
            json.WriteBoolean("mac_only_encrypted", rule.MacOnlyEncrypted);
            json.WriteStartArray("recipients");
            foreach (var recipient in rule.Recipients)
            {
                json.WriteStringValue(recipient.ToString());
            }

            json.WriteEndArray();
        }

        JsonReport.Findings(json, config.Diagnostics);
    }

    public static Command Create(World world)
    {
        var file = new Argument<string>("file") { Description = "A file, which need not exist" };
        var config = SopsOptions.Config();
        var output = CommonOptions.Output();
        var command = new ExampleCommand("rules", "Say which rule of .sops.yaml covers a file, and why")
        {
            Examples = [("homeops secrets rules kubernetes/apps/default/app/secret.sops.yaml", "before it is made")],
        };
        command.Arguments.Add(file);
        command.Options.Add(config);
        command.Options.Add(output);
        command.SetAction(parsed =>
            Run(world, parsed.GetRequiredValue(file), parsed.GetValue(config), parsed.GetValue(output))
        );
        return command;
    }
}
