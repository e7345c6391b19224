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
        group.Subcommands.Add(SecretsEditCommand.Create(world));
        group.Subcommands.Add(SecretsGetCommand.Create(world));
        group.Subcommands.Add(SecretsSetCommand.Create(world));
        group.Subcommands.Add(SecretsUnsetCommand.Create(world));
        group.Subcommands.Add(SecretsRotateCommand.Create(world));
        group.Subcommands.Add(SecretsUpdateKeysCommand.Create(world));
        group.Subcommands.Add(SecretsStatusCommand.Create(world));
        group.Subcommands.Add(SecretsCheckCommand.Create(world));
        group.Subcommands.Add(SecretsRulesCommand.Create(world));
        group.Subcommands.Add(SecretsDiffCommand.Create(world));
        group.Subcommands.Add(SecretsExecEnvCommand.Create(world));
        group.Subcommands.Add(SecretsExecFileCommand.Create(world));
        group.Subcommands.Add(SecretsKeygenCommand.Create(world));
        group.Subcommands.Add(SecretsMergeDriverCommand.Create(world));
        group.Subcommands.Add(SecretsInstallHooksCommand.Create(world));
        return group;
    }
}
