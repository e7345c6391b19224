using System.CommandLine;
using System.Text;
using HomeOps.Files;
using HomeOps.Kustomize;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops kustomize build</c>: prints what a kustomization makes, byte for byte as kustomize.</summary>
internal static class KustomizeBuildCommand
{
    private static int Run(World world, string folder, string? root, string? output, KustomizeOptions options)
    {
        var result = Progress.During(world, "building", () => Build(world, folder, root, options));
        var exitCode = new FindingsPrinter(world.Terminal).Print(result.Diagnostics);
        if (exitCode != ExitCode.Done)
        {
            return exitCode;
        }

        if (output is not null && Directory.Exists(world.Absolute(output)))
        {
            foreach (var (name, one) in IndividualFiles.Of(result.Resources))
            {
                Write(Path.Join(world.Absolute(output), name), one.ToYaml());
            }
        }
        else if (output is not null and not "-")
        {
            Write(world.Absolute(output), result.ToYaml());
        }
        else
        {
            using var target = world.Terminal.OpenOutput();
            target.Write(Encoding.UTF8.GetBytes(result.ToYaml()));
        }

        return exitCode;
    }

    private static KustomizeResult Build(World world, string folder, string? root, KustomizeOptions options)
    {
        if (options.Remotes is not null && !Directory.Exists(world.Absolute(folder)))
        {
            return KustomizeBuild.Run(new MemoryTree(), folder, options);
        }

        var absolute = world.Absolute(folder);
        var top = root is null ? RepositoryRoot.Of(world, absolute) : world.Absolute(root);
        return KustomizeBuild.Run(
            new DiskTree(top, RepositoryRoot.Shown(world, top)),
            Path.GetRelativePath(top, absolute),
            options
        );
    }

    private static void Write(string path, string text) =>
        OutputFile.Write(path, Encoding.UTF8.GetBytes(text), MemoryFile.DefaultMode);

    public static Command Create(World world)
    {
        var folder = new Argument<string>("dir")
        {
            Description = "The folder with the kustomization; the working folder when absent",
            DefaultValueFactory = static _ => ".",
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Write to this file, or into this folder one file for each object",
            HelpName = "path",
        };
        var restrictor = new Option<string>("--load-restrictor")
        {
            Description = "LoadRestrictionsNone lets a kustomization read files outside its folder, as Flux does",
            DefaultValueFactory = static _ => "LoadRestrictionsRootOnly",
        };
        restrictor.AcceptOnlyFromAmong("LoadRestrictionsRootOnly", "LoadRestrictionsNone");
        var reorder = new Option<string>("--reorder")
        {
            Description = "legacy puts Namespaces and the like first; none keeps the order of the files, as Flux does",
            DefaultValueFactory = static _ => "legacy",
        };
        reorder.AcceptOnlyFromAmong("legacy", "none");
        var root = new Option<string>("--root")
        {
            Description =
                "Nothing outside this folder is read; the Git repository, else the working folder, when absent",
            HelpName = "folder",
        };
        var remotes = new Option<bool>("--remote-bases")
        {
            Description = "Fetch bases and files on other machines (git, http), into the user's cache folder",
        };
        var offline = new Option<bool>("--offline")
        {
            Description = "With --remote-bases: take what was fetched before, never the network",
        };
        var command = new ExampleCommand("build", "Print the objects of a kustomization, as kustomize does")
        {
            Examples =
            [
                ("homeops kustomize build kubernetes/apps/default/web", "what kustomize build prints"),
                ("homeops kustomize build . -o out.yaml", "into a file"),
                ("homeops kustomize build . --remote-bases", "with bases of other repositories"),
            ],
        };
        command.Arguments.Add(folder);
        foreach (var option in (Option[])[output, restrictor, reorder, root, remotes, offline])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            Run(
                world,
                parsed.GetValue(folder) ?? ".",
                parsed.GetValue(root),
                parsed.GetValue(output),
                new KustomizeOptions
                {
                    IsRootOnly = parsed.GetValue(restrictor) != "LoadRestrictionsNone",
                    Order = parsed.GetValue(reorder) == "none" ? KustomizeOrder.Fifo : KustomizeOrder.Legacy,
                    Remotes = RemoteBases.Create(world, parsed.GetValue(remotes), parsed.GetValue(offline)),
                }
            )
        );
        return command;
    }
}
