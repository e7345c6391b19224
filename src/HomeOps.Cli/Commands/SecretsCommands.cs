using System.CommandLine;

namespace HomeOps.Cli.Commands;

/// <summary>The group <c>homeops secrets</c>.</summary>
internal static class SecretsCommands
{
    public static Command Create(World world)
    {
        var group = new ExampleCommand("secrets", "Keys and SOPS files");
        group.Subcommands.Add(SecretsEncryptCommand.Create(world));
        group.Subcommands.Add(SecretsDecryptCommand.Create(world));
        group.Subcommands.Add(SecretsStatusCommand.Create(world));
        group.Subcommands.Add(SecretsKeygenCommand.Create(world));
        return group;
    }
}
