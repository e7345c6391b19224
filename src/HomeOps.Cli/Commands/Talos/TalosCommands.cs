using System.CommandLine;

namespace HomeOps.Cli.Commands;

/// <summary>The group <c>homeops talos</c>.</summary>
internal static class TalosCommands
{
    public static Command Create(World world)
    {
        var group = new ExampleCommand("talos", "Machine configs of Talos Linux from talconfig.yaml");
        group.Subcommands.Add(TalosGenSecretCommand.Create(world));
        group.Subcommands.Add(TalosGenConfigCommand.Create(world));
        group.Subcommands.Add(TalosDiffCommand.Create(world));
        group.Subcommands.Add(TalosValidateCommand.Create(world));
        group.Subcommands.Add(TalosGenUrlCommand.Create(world));
        group.Subcommands.Add(TalosGenSchemaCommand.Create(world));
        return group;
    }
}
