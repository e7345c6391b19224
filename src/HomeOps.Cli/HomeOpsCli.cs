using System.CommandLine;
using HomeOps.Cli.Commands;

namespace HomeOps.Cli;

/// <summary>Parses a command line, runs the command it names, and returns its exit code.</summary>
internal static class HomeOpsCli
{
    public static int Run(IReadOnlyList<string> args, World world)
    {
        if (args.Contains("--no-color"))
        {
            world = world with { Terminal = world.Terminal with { UsesColour = false } };
        }

        var root = Root(world);
        var parsed = root.Parse(args.Count == 0 ? ["--help"] : PeerOrder.Of(args));
        var isHelp = parsed.Action is System.CommandLine.Help.HelpAction or HelpWithExamples;
        if (!isHelp && UsageErrors.Find(parsed) is { } wrong)
        {
            new FindingsPrinter(world.Terminal).Print([wrong]);
            return ExitCode.Usage;
        }

        if (world.WorkingFolder.Length == 0 && !isHelp && parsed.CommandResult.Command.Name != "version")
        {
            return new FindingsPrinter(world.Terminal).Print([CliDiagnostics.NoWorkingFolder()]);
        }

        try
        {
            return parsed.Invoke(
                new InvocationConfiguration
                {
                    Output = world.Terminal.Out,
                    Error = world.Terminal.Error,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (StandardOutputException closed)
        {
            return new FindingsPrinter(world.Terminal).Print([CliDiagnostics.NoStandardOutput(closed)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FindingsPrinter(world.Terminal).Print([CliDiagnostics.FileSystem(e)]);
        }
    }

    /// <summary>The tree of all commands.</summary>
    internal static RootCommand Root(World world)
    {
        var root = new RootCommand(
            "Takes a home Kubernetes cluster (Talos, Flux, Cilium) from cluster.yaml and nodes.yaml to an encrypted repository."
        );
        root.Options.Add(CommonOptions.NoColor());
        HelpWithExamples.Install(root);
        root.Subcommands.Add(InitCommand.Create(world));
        root.Subcommands.Add(ConfigureCommand.Create(world));
        root.Subcommands.Add(RenderCommand.Create(world));
        root.Subcommands.Add(SecretsCommands.Create(world));
        root.Subcommands.Add(AgeCommands.Create(world));
        root.Subcommands.Add(TalosCommands.Create(world));
        root.Subcommands.Add(KustomizeCommands.Create(world));
        root.Subcommands.Add(GetCommand.Create(world));
        root.Subcommands.Add(BuildCommand.Create(world));
        root.Subcommands.Add(TestCommand.Create(world));
        root.Subcommands.Add(DoctorCommand.Create(world));
        root.Subcommands.Add(CompletionCommand.Create(world));
        root.Subcommands.Add(VersionCommand.Create(world));
        return root;
    }
}
