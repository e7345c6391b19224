using System.CommandLine;

namespace HomeOps.Cli.Commands;

/// <summary>The options that say where talconfig.yaml is and what goes with it, with talhelper's names.</summary>
internal sealed class TalosProjectFlags
{
    private readonly Option<string?> config = new("--config-file", "-c")
    {
        Description = "The talconfig; talconfig.yaml here or in talos/ when absent",
        HelpName = "file",
    };

    private readonly Option<string[]> secrets = Files(
        "--secret-file",
        "-s",
        "The secrets of the cluster; talsecret.yaml or talsecret.sops.yaml beside the talconfig when absent"
    );

    private readonly Option<string[]> variables = Files(
        "--env-file",
        "-e",
        "Variables of the talconfig; talenv.yaml and talenv.sops.yaml beside it when absent"
    );

    private readonly Option<string?> output = new("--out-dir", "-o")
    {
        Description = "The folder of the generated files; clusterconfig beside the talconfig when absent",
        HelpName = "folder",
    };

    private readonly Option<string> node = new("--node")
    {
        Description = "One node only, by its name or address",
        DefaultValueFactory = static _ => "",
        HelpName = "node",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[config, secrets, variables, output, node])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was given.</summary>
    public TalosProjectPaths Read(ParseResult parsed) =>
        new(
            parsed.GetValue(config),
            Split(parsed.GetValue(secrets)),
            Split(parsed.GetValue(variables)),
            parsed.GetValue(output),
            parsed.GetValue(node) ?? ""
        );

    /// <summary>Adds those that matter for image addresses.</summary>
    public void AddImageFlagsTo(Command command)
    {
        foreach (var option in (Option[])[config, variables, node])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was given of those.</summary>
    public TalosProjectPaths ReadImageFlags(ParseResult parsed) =>
        new(parsed.GetValue(config), [], Split(parsed.GetValue(variables)), null, parsed.GetValue(node) ?? "");

    /// <summary>Adds those that matter where the talconfig is an argument.</summary>
    public void AddVariableFlagsTo(Command command) => command.Options.Add(variables);

    /// <summary>What was given of those.</summary>
    public TalosProjectPaths ReadVariableFlags(ParseResult parsed, string? configFile) =>
        new(configFile, [], Split(parsed.GetValue(variables)), OutputFolder: null, Node: "");

    private static Option<string[]> Files(string name, string letter, string description) =>
        new(name, letter) { Description = description, HelpName = "file" };

    // talhelper takes lists with commas as well as the option several times.
    private static string[] Split(string[]? given) =>
        [
            .. (given ?? []).SelectMany(static g =>
                g.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ),
        ];
}

/// <summary>Paths as the user gave them; null or empty for the usual ones.</summary>
internal sealed record TalosProjectPaths(
    string? ConfigFile,
    IReadOnlyList<string> SecretFiles,
    IReadOnlyList<string> EnvFiles,
    string? OutputFolder,
    string Node
);
