using System.CommandLine;
using System.Text;
using HomeOps.Flux;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops build ks [NAME] | all</c>: prints the objects that Flux would apply.</summary>
internal static class BuildCommand
{
    private static int Run(
        World world,
        FluxCluster cluster,
        Func<KustomizationBuild, bool> isWanted,
        Func<Kustomize.KustomizeResource, bool> isShown
    )
    {
        var findings = new DiagnosticBag();
        findings.AddRange(cluster.OwnFindings);
        var text = new StringBuilder();
        foreach (var build in cluster.Kustomizations.Where(isWanted))
        {
            findings.AddRange(build.Diagnostics);
            if (build.Status != BuildStatus.Built)
            {
                continue;
            }

            foreach (var o in build.Objects.Where(isShown))
            {
                text.Append(MaskedObject.ToYaml(o)).Append("---\n");
            }
        }

        world.Terminal.Out.Write(text.ToString());
        return new FindingsPrinter(world.Terminal).Print(findings);
    }

    public static Command Create(World world)
    {
        var group = new ExampleCommand("build", "Print the objects that Flux would apply");
        group.Subcommands.Add(Create(world, "ks", "The objects of one Kustomization, or of all", takesName: true));
        group.Subcommands.Add(Create(world, "all", "The objects of all Kustomizations", takesName: false));
        return group;
    }

    private static ExampleCommand Create(World world, string name, string description, bool takesName)
    {
        var flags = new FluxFlags();
        var wanted = new Argument<string?>("name")
        {
            Description = "The Kustomization's name; when absent, all",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var skipCrds = new Option<bool>("--skip-crds")
        {
            Description = "Leave out CustomResourceDefinitions",
            DefaultValueFactory = static _ => true,
        };
        var skipSecrets = new Option<bool>("--skip-secrets")
        {
            Description =
                "Leave out Secrets; otherwise their values are placeholders, or encrypted as in the repository",
            DefaultValueFactory = static _ => true,
        };
        var skipKinds = new Option<string>("--skip-kinds")
        {
            Description = "Leave out these kinds, separated by commas",
            DefaultValueFactory = static _ => "",
        };
        var command = new ExampleCommand(name, description)
        {
            Examples = [($"homeops build {name} --path kubernetes/flux/cluster", "print what Flux would apply")],
        };
        if (takesName)
        {
            command.Aliases.Add("kustomizations");
            command.Arguments.Add(wanted);
        }

        flags.AddTo(command);
        command.Options.Add(skipCrds);
        command.Options.Add(skipSecrets);
        command.Options.Add(skipKinds);
        command.SetAction(parsed =>
        {
            var hidden = (parsed.GetValue(skipKinds) ?? "").Split(',').ToHashSet(StringComparer.Ordinal);
            hidden.UnionWith(parsed.GetValue(skipCrds) ? ["CustomResourceDefinition"] : []);
            hidden.UnionWith(parsed.GetValue(skipSecrets) ? ["Secret"] : []);
            var cluster = flags.Build(world, parsed);
            var ksName = takesName ? parsed.GetValue(wanted) : null;
            bool IsWanted(KustomizationBuild b) =>
                flags.Includes(parsed, b.Kustomization.Namespace)
                && (ksName is null || b.Kustomization.Name == ksName || b.Kustomization.Id == ksName);
            if (ksName is not null && !cluster.Kustomizations.Any(IsWanted))
            {
                return new FindingsPrinter(world.Terminal).Print([
                    .. cluster.OwnFindings,
                    FluxCommandDiagnostics.NoSuchKustomization(
                        ksName,
                        cluster.Kustomizations.Select(static b => b.Kustomization.Name)
                    ),
                ]);
            }

            return Run(world, cluster, IsWanted, o => !hidden.Contains(o.Kind));
        });
        return command;
    }
}
