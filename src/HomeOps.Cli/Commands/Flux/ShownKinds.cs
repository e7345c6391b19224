using System.CommandLine;
using HomeOps.Kustomize;

namespace HomeOps.Cli.Commands;

/// <summary>The flags that say which objects are printed and how, named as in flux-local and flate.</summary>
internal sealed class ShownKinds
{
    private readonly Option<bool> skipCrds = new("--skip-crds")
    {
        Description = "Leave out CustomResourceDefinitions",
        DefaultValueFactory = static _ => true,
    };

    private readonly Option<bool> skipSecrets = new("--skip-secrets")
    {
        Description = "Leave out Secrets; otherwise their values are placeholders, or encrypted as in the repository",
        DefaultValueFactory = static _ => true,
    };

    private readonly Option<bool> withCrds = new("--no-skip-crds") { Description = "Print CustomResourceDefinitions" };

    private readonly Option<bool> withSecrets = new("--no-skip-secrets") { Description = "Print Secrets" };

    private readonly Option<string[]> skipKinds = new("--skip-kinds")
    {
        Description = "Leave out these kinds, separated by commas",
        HelpName = "kinds",
    };

    private readonly Option<string> format = new("--output", "-o")
    {
        Description = "yaml, or json: one list",
        DefaultValueFactory = static _ => "yaml",
    };

    public void AddTo(Command command)
    {
        format.AcceptOnlyFromAmong("yaml", "json");
        foreach (var option in (Option[])[skipCrds, withCrds, skipSecrets, withSecrets, skipKinds, format])
        {
            command.Options.Add(option);
        }
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(format) == "json";

    public Func<KustomizeResource, bool> Filter(ParseResult parsed)
    {
        var hidden = (parsed.GetValue(skipKinds) ?? [])
            .SelectMany(static k => k.Split(','))
            .ToHashSet(StringComparer.Ordinal);
        hidden.UnionWith(parsed.GetValue(skipCrds) && !parsed.GetValue(withCrds) ? ["CustomResourceDefinition"] : []);
        hidden.UnionWith(parsed.GetValue(skipSecrets) && !parsed.GetValue(withSecrets) ? ["Secret"] : []);
        return o => !hidden.Contains(o.Kind);
    }
}
