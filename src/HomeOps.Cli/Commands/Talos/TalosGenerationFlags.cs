using System.CommandLine;
using HomeOps.Talos;

namespace HomeOps.Cli.Commands;

/// <summary>The options that say how configs are generated, with talhelper's names where it has them.</summary>
internal sealed class TalosGenerationFlags
{
    private readonly Option<TimeSpan?> lifetime = new("--crt-ttl")
    {
        Description = "How long new client certificates of talosconfig and kubeconfig count; 8760h when absent",
        HelpName = "8760h",
        CustomParser = static result =>
        {
            if (TalosTime.Parse(result.Tokens[0].Value) is { } span && span > TimeSpan.Zero)
            {
                return span;
            }

            result.AddError($"'{result.Tokens[0].Value}' is no length of time: write it as 8760h or 90m");
            return default;
        },
    };

    private readonly Option<bool> noGitignore = new("--no-gitignore") { Description = "Write no .gitignore" };

    private readonly Option<bool> noKubeconfig = new("--no-kubeconfig") { Description = "Write no kubeconfig" };

    private readonly Option<bool> noNodes = new("--disable-nodes-section")
    {
        Description = "Leave the list of nodes out of talosconfig",
    };

    private readonly Option<bool> offline = new("--offline-mode")
    {
        Description = "Taken for talhelper's sake: ids of schematics are always computed here, without the network",
    };

    private readonly TalosCheckFlags checks = new("--talos-mode");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[lifetime, noGitignore, noKubeconfig, noNodes, offline])
        {
            command.Options.Add(option);
        }

        checks.AddTo(command);
    }

    /// <summary>What was given.</summary>
    public GenConfigOptions Read(ParseResult parsed) =>
        checks.Read(parsed) with
        {
            CertificateLifetime = parsed.GetValue(lifetime) ?? TimeSpan.FromHours(8760),
            OmitGitignore = parsed.GetValue(noGitignore),
            OmitKubeconfig = parsed.GetValue(noKubeconfig),
            OmitNodes = parsed.GetValue(noNodes),
        };
}
