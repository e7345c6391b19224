using System.CommandLine;
using HomeOps.Talos;

namespace HomeOps.Cli.Commands;

/// <summary>The options that say how patches are applied and what is checked, for whatever comes of a talconfig.yaml.</summary>
internal sealed class TalosCheckFlags(string modeName)
{
    private readonly Option<TalosMode> mode = TalosOptions.Mode(modeName);

    private readonly Option<bool> groupFirst = new("--group-first")
    {
        Description =
            "As 'patchOrder: group-first' in the talconfig: patches of all nodes come before those of group and node",
    };

    private readonly Option<bool> strict = new("--talos-strict")
    {
        Description = "Refuse JSON6902 patches where Talos itself refuses them",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[mode, groupFirst, strict])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was given.</summary>
    public GenConfigOptions Read(ParseResult parsed) =>
        new()
        {
            Mode = parsed.GetValue(mode),
            GroupFirst = parsed.GetValue(groupFirst),
            Patches = new PatchOptions { Strict = parsed.GetValue(strict) },
        };
}
