using System.CommandLine;
using HomeOps.Flux;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops test [ks | hr | all]</c>: says of each Kustomization and HelmRelease whether Flux would apply it.</summary>
internal static class TestCommand
{
    private static int Run(World world, FluxTestReport report, OutputFormat output, bool isVerbose, TimeSpan elapsed)
    {
        switch (output)
        {
            case OutputFormat.Json:
                TestReportJson.Write(world.Terminal.Out, report);
                break;
            case OutputFormat.Sarif:
                SarifReport.Write(world.Terminal.Out, VersionCommand.Number, report.Diagnostics);
                break;
            default:
                new TestReportText(world.Terminal).Write(report, isVerbose, elapsed);
                break;
        }

        return report.HasFailed ? ExitCode.Failed : ExitCode.Done;
    }

    public static Command Create(World world)
    {
        // Without a word behind it, as in flux-local, it tests everything.
        var group = Create(world, "test", "Check what Flux would apply: a verdict for each object", static _ => true);
        group.Subcommands.Add(Create(world, "all", "Kustomizations, ResourceSets and HelmReleases", static _ => true));
        group.Subcommands.Add(
            Create(
                world,
                "ks",
                "Kustomizations",
                static r => r.Key.Kind == "Kustomization",
                "kustomizations",
                "kustomization"
            )
        );
        group.Subcommands.Add(
            Create(world, "hr", "HelmReleases", static r => r.Key.Kind == "HelmRelease", "helmreleases", "helmrelease")
        );
        return group;
    }

    private static ExampleCommand Create(
        World world,
        string name,
        string description,
        Func<TestRow, bool> isOfKind,
        params string[] aliases
    )
    {
        var flags = new FluxFlags(decryptsByItself: true);
        flags.Peers.AddWithoutEffect("--skip-crds", "--no-skip-crds", "--skip-secrets", "--no-skip-secrets");
        var skipKinds = new Option<string[]>("--skip-kinds")
        {
            Description = "Taken from command lines of flux-local: all kinds are tested",
            Hidden = true,
        };
        var output = CommonOptions.FindingsOutput();
        output.Aliases.Add("-o");
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Print notes too" };
        var line = name == "test" ? "homeops test" : $"homeops test {name}";
        var command = new ExampleCommand(name, description)
        {
            Examples =
            [
                ($"{line} --path kubernetes/flux/cluster", "before a commit, and in CI"),
                ($"{line} --path kubernetes/flux/cluster -o sarif", "findings for GitHub's code scanning"),
            ],
        };
        foreach (var alias in aliases)
        {
            command.Aliases.Add(alias);
        }

        flags.AddTo(command);
        command.Options.Add(skipKinds);
        command.Options.Add(output);
        command.Options.Add(verbose);
        command.SetAction(parsed =>
        {
            var start = world.Clock.GetTimestamp();
            return flags.Run(
                world,
                parsed,
                cluster =>
                {
                    var report = FluxTest.Run(cluster);
                    return
                        flags.NamespaceMistake(parsed, report.Rows.Select(static r => r.Key.Namespace)) is { } mistake
                        ? new FindingsPrinter(world.Terminal).Print([.. report.Errors, mistake])
                        : Run(
                            world,
                            report.Only(isOfKind, r => flags.Includes(parsed, r.Key.Namespace)),
                            parsed.GetValue(output),
                            parsed.GetValue(verbose),
                            world.Clock.GetElapsedTime(start)
                        );
                },
                orphans: OrphanTreatment.Reported
            );
        });
        return command;
    }
}
