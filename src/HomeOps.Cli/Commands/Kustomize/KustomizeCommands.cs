using System.CommandLine;

namespace HomeOps.Cli.Commands;

/// <summary>The group <c>homeops kustomize</c>.</summary>
internal static class KustomizeCommands
{
    public static Command Create(World world)
    {
        var group = new Command("kustomize", "Build kustomizations as kustomize does, without it");
        group.Subcommands.Add(KustomizeBuildCommand.Create(world));
        return group;
    }
}
