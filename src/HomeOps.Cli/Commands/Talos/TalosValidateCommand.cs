using System.CommandLine;
using HomeOps.Talos;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops talos validate</c>: checks a talconfig.yaml, or machine configs, without writing anything.</summary>
internal static class TalosValidateCommand
{
    private static int Talconfig(
        World world,
        TalosProjectPaths paths,
        GenConfigOptions options,
        bool asWritten,
        OutputFormat output
    ) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                using var project = TalosProject.Open(world, paths);
                var findings = Progress.During(world, "checking", () => project.Validate(options, asWritten));
                return Print(world, output, findings, "the talconfig is fine");
            }
        );

    private static int NodeConfig(World world, string[] files, TalosMode mode, OutputFormat output) =>
        Print(
            world,
            output,
            [.. files.SelectMany(f => ConfigValidation.OfMachineConfig(InputFile.Source(world, f), mode))],
            files.Length == 1 ? "the machine config is fine" : "the machine configs are fine"
        );

    private static int Print(World world, OutputFormat output, IReadOnlyList<Diagnostic> findings, string praise)
    {
        var failed = findings.Any(static f => f.Severity == Severity.Error);
        if (output == OutputFormat.Json)
        {
            JsonReport.Write(world.Terminal.Out, json => JsonReport.Findings(json, findings));
            return failed ? ExitCode.Failed : ExitCode.Done;
        }

        new FindingsPrinter(world.Terminal).Print(findings);
        if (findings.Count == 0)
        {
            world.Terminal.Out.WriteLine(praise);
        }

        return failed ? ExitCode.Failed : ExitCode.Done;
    }

    public static Command Create(World world)
    {
        var group = new ExampleCommand("validate", "Check a talconfig.yaml or machine configs; nothing is written");
        group.Subcommands.Add(CreateTalconfig(world));
        group.Subcommands.Add(CreateNodeConfig(world));
        return group;
    }

    private static ExampleCommand CreateTalconfig(World world)
    {
        var file = new Argument<string?>("file")
        {
            Description = "The talconfig; talconfig.yaml here or in talos/ when absent",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var project = new TalosProjectFlags();
        var checks = new TalosCheckFlags("--mode");
        var asWritten = new Option<bool>("--no-substitute")
        {
            Description = "Leave variables as they stand; patches are not applied then",
        };
        var output = CommonOptions.Output();
        var command = new ExampleCommand(
            "talconfig",
            "Check a talconfig.yaml, its patches, and the configs that come of it"
        )
        {
            Examples =
            [
                ("homeops talos validate talconfig", "without secrets, as in CI"),
                ("homeops talos validate talconfig --talos-strict", "as strict about patches as Talos"),
            ],
        };
        command.Arguments.Add(file);
        project.AddVariableFlagsTo(command);
        command.Options.Add(asWritten);
        checks.AddTo(command);
        command.Options.Add(output);
        command.SetAction(parsed =>
            Talconfig(
                world,
                project.ReadVariableFlags(parsed, parsed.GetValue(file)),
                checks.Read(parsed),
                parsed.GetValue(asWritten),
                parsed.GetValue(output)
            )
        );
        return command;
    }

    private static ExampleCommand CreateNodeConfig(World world)
    {
        var files = new Argument<string[]>("file") { Description = "Machine configs", Arity = ArgumentArity.OneOrMore };
        var mode = TalosOptions.Mode("--mode");
        var output = CommonOptions.Output();
        var command = new ExampleCommand("nodeconfig", "Check machine configs as Talos does before it takes them")
        {
            Examples =
            [
                ("homeops talos validate nodeconfig talos/clusterconfig/kubernetes-control0.yaml", "one of them"),
                ("homeops talos validate nodeconfig --mode cloud worker.yaml", "of a machine that comes installed"),
            ],
        };
        command.Arguments.Add(files);
        command.Options.Add(mode);
        command.Options.Add(output);
        command.SetAction(parsed =>
            NodeConfig(world, parsed.GetValue(files) ?? [], parsed.GetValue(mode), parsed.GetValue(output))
        );
        return command;
    }
}
