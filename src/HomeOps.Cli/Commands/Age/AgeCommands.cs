using System.CommandLine;

namespace HomeOps.Cli.Commands;

/// <summary>The group <c>homeops age</c>.</summary>
internal static class AgeCommands
{
    public static Command Create(World world)
    {
        var group = new ExampleCommand("age", "Plain age files");
        group.Subcommands.Add(AgeEncryptCommand.Create(world));
        group.Subcommands.Add(AgeDecryptCommand.Create(world));
        return group;
    }
}
