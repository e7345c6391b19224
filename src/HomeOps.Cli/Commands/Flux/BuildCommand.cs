using System.CommandLine;
using System.Text;
using HomeOps.Flux;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops build ks [NAME] | all [PATH]</c>: prints the objects that Flux would apply.</summary>
internal static class BuildCommand
{
    private static int Run(
        World world,
        FluxCluster cluster,
        Func<KustomizationBuild, bool> isWanted,
        Func<KustomizeResource, bool> isShown,
        bool isJson,
        bool withResourceSets = false
    )
    {
        var findings = new DiagnosticBag();
        findings.AddRange(cluster.OwnFindings);
        var text = new StringBuilder(isJson ? "[" : "");
        foreach (var build in cluster.Kustomizations.Where(isWanted))
        {
            findings.AddRange(build.Diagnostics);
            if (build.Status != BuildStatus.Built)
            {
                continue;
            }

            foreach (var o in build.Objects.Where(isShown))
            {
                Append(text, o, isJson);
            }
        }

        foreach (var set in withResourceSets ? cluster.ResourceSets : [])
        {
            if (!cluster.Kustomizations.Any(b => b.Kustomization.Id == set.Kustomization.Id && isWanted(b)))
            {
                continue;
            }

            findings.AddRange(set.Diagnostics);
            foreach (var o in set.Objects.Where(o => set.Status == BuildStatus.Built && isShown(o)))
            {
                Append(text, o, isJson);
            }
        }

        world.Terminal.Out.Write(text.Append(isJson ? "]\n" : "").ToString());
        return new FindingsPrinter(world.Terminal).Print(SharedPlaces.Once(findings));
    }

    private static void Append(StringBuilder text, KustomizeResource o, bool isJson)
    {
        if (isJson)
        {
            text.Append(text.Length > 1 ? ",\n" : "").Append(MaskedObject.ToJson(o));
        }
        else
        {
            text.Append(MaskedObject.ToYaml(o)).Append("---\n");
        }
    }

    public static Command Create(World world)
    {
        var group = new ExampleCommand("build", "Print the objects that Flux would apply");
        group.Subcommands.Add(CreateKs(world));
        group.Subcommands.Add(CreateAll(world));
        return group;
    }

    private static ExampleCommand CreateKs(World world)
    {
        var flags = new FluxFlags();
        var shown = new ShownKinds();
        var wanted = new Argument<string?>("name")
        {
            Description = "The Kustomization's name, or namespace/name; when absent, all",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new ExampleCommand("ks", "The objects of one Kustomization, or of all")
        {
            Examples =
            [
                ("homeops build ks --path kubernetes/flux/cluster", "print what Flux would apply"),
                ("homeops build ks plex -n media --path kubernetes/flux/cluster", "of one Kustomization"),
            ],
        };
        command.Aliases.Add("kustomizations");
        command.Aliases.Add("kustomization");
        command.Arguments.Add(wanted);
        flags.AddTo(command);
        shown.AddTo(command);
        command.SetAction(parsed =>
            flags.Run(world, parsed, cluster => RunKs(world, cluster, parsed, flags, shown, parsed.GetValue(wanted)))
        );
        return command;
    }

    private static int RunKs(
        World world,
        FluxCluster cluster,
        ParseResult parsed,
        FluxFlags flags,
        ShownKinds shown,
        string? name
    )
    {
        bool IsWanted(KustomizationBuild b) =>
            flags.Includes(parsed, b.Kustomization.Namespace)
            && (name is null || b.Kustomization.Name == name || b.Kustomization.Id == name);
        return Mistake(flags, parsed, cluster) is { } mistake ? new FindingsPrinter(world.Terminal).Print(mistake)
            : name is not null && !cluster.Kustomizations.Any(IsWanted)
                ? new FindingsPrinter(world.Terminal).Print([
                    .. cluster.OwnFindings,
                    FluxCommandDiagnostics.NoSuchKustomization(
                        name,
                        cluster.Kustomizations.Select(static b => b.Kustomization.Name)
                    ),
                ])
            : Run(world, cluster, IsWanted, shown.Filter(parsed), shown.IsJson(parsed));
    }

    // Without a Kustomization in the namespace that was asked for: that, and what may have kept it from being found.
    private static List<Diagnostic>? Mistake(FluxFlags flags, ParseResult parsed, FluxCluster cluster) =>
        flags.NamespaceMistake(parsed, cluster.Kustomizations.Select(static b => b.Kustomization.Namespace))
            is { } mistake
            ? [.. SharedPlaces.Once(cluster.Diagnostics).Where(static d => d.Severity == Severity.Error), mistake]
            : null;

    private static ExampleCommand CreateAll(World world)
    {
        var flags = new FluxFlags();
        var shown = new ShownKinds();
        var entry = new Argument<string?>("path")
        {
            Description = "The folder or file that Flux applies first, as with --path",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new ExampleCommand("all", "The objects of all Kustomizations and ResourceSets")
        {
            Examples = [("homeops build all --path kubernetes/flux/cluster", "print what Flux would apply")],
        };
        command.Arguments.Add(entry);
        command.Validators.Add(result =>
        {
            if (result.GetResult(entry) is { Tokens: [var folder, ..] } && flags.IsEntryGiven(result))
            {
                result.AddError($"both --path and '{folder.Value}' are given: name the folder once");
            }
        });
        flags.AddTo(command);
        shown.AddTo(command);
        command.SetAction(parsed =>
            flags.Run(
                world,
                parsed,
                cluster =>
                    Mistake(flags, parsed, cluster) is { } mistake
                        ? new FindingsPrinter(world.Terminal).Print(mistake)
                        : Run(
                            world,
                            cluster,
                            b => flags.Includes(parsed, b.Kustomization.Namespace),
                            shown.Filter(parsed),
                            shown.IsJson(parsed),
                            withResourceSets: true
                        ),
                parsed.GetValue(entry)
            )
        );
        return command;
    }
}
