using System.CommandLine;
using HomeOps.Talos;

namespace HomeOps.Cli.Commands;

/// <summary>Options that several of the Talos commands have.</summary>
internal static class TalosOptions
{
    /// <summary>Where the machines run; talhelper calls it <c>--talos-mode</c> in one place and <c>--mode</c> in others.</summary>
    public static Option<TalosMode> Mode(string name)
    {
        var option = new Option<TalosMode>(name, "-m")
        {
            Description = "Where the machines run, metal when absent: only there Talos installs itself",
            HelpName = "metal|cloud|container",
            CustomParser = static result =>
            {
                switch (result.Tokens[0].Value)
                {
                    case "metal":
                        return TalosMode.Metal;
                    case "cloud":
                        return TalosMode.Cloud;
                    case "container":
                        return TalosMode.Container;
                    default:
                        result.AddError($"'{result.Tokens[0].Value}' is no mode: it is metal, cloud or container");
                        return default;
                }
            },
        };
        option.CompletionSources.Add("metal", "cloud", "container");
        return option;
    }
}
