using System.CommandLine;
using HomeOps.Talos;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops talos gensecret</c>: makes the secrets of a new cluster, or takes those of a running one out of a machine config.</summary>
internal static class TalosGenSecretCommand
{
    private static int Run(World world, string? machineConfig, string? output) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                var printer = new FindingsPrinter(world.Terminal);
                var target = output is null or "-" ? null : new NewSecretsFile(world, output);
                // Before the work: an RSA key of 4096 bits takes a second, and nobody should wait for a refusal.
                if (target?.Obstacle() is { } obstacle)
                {
                    return printer.Print([obstacle]);
                }

                var (bundle, findings) = Secrets(world, machineConfig);
                var code = printer.Print([.. findings]);
                if (bundle is null || code != ExitCode.Done)
                {
                    return ExitCode.Failed;
                }

                if (target is not null)
                {
                    return target.Write(bundle) is { } failure ? printer.Print([failure]) : ExitCode.Done;
                }

                world.Terminal.Out.Write(bundle.ToYaml(YamlProfile.Talhelper));
                return ExitCode.Done;
            }
        );

    private static (SecretsBundle? Bundle, IReadOnlyList<Diagnostic> Findings) Secrets(
        World world,
        string? machineConfig
    )
    {
        if (machineConfig is null)
        {
            var made = Progress.During(
                world,
                "making keys and certificates",
                () => SecretsBundle.Generate(world.Random, world.Clock)
            );
            return (made, []);
        }

        var source = InputFile.Source(world, machineConfig);
        var (config, findings) = MachineConfig.Read(source);
        if (findings.Any(static f => f.Severity == Severity.Error))
        {
            return (null, findings);
        }

        var (bundle, extraction) = SecretsBundle.FromConfig(config, Location.OfFile(source.Path));
        return (bundle, [.. findings, .. extraction]);
    }

    public static Command Create(World world)
    {
        var from = new Option<string?>("--from-configfile", "-f")
        {
            Description = "Take the secrets out of the machine config of a control plane instead of making new ones",
            HelpName = "file",
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "A new file, encrypted by the rule of .sops.yaml that covers it; standard output when absent",
            HelpName = "file",
        };
        var command = new ExampleCommand("gensecret", "Make the secrets of a cluster")
        {
            Examples =
            [
                (
                    "homeops talos gensecret -o talos/talsecret.sops.yaml",
                    "secrets of a new cluster, never on disk in plain text"
                ),
                (
                    "homeops talos gensecret -f controlplane.yaml -o talos/talsecret.sops.yaml",
                    "those of a cluster that runs"
                ),
                ("homeops talos gensecret", "in plain text on standard output"),
            ],
        };
        command.Options.Add(from);
        command.Options.Add(output);
        command.SetAction(parsed => Run(world, parsed.GetValue(from), parsed.GetValue(output)));
        return command;
    }
}
