using System.CommandLine;
using System.CommandLine.Parsing;

namespace HomeOps.Cli.Commands;

/// <summary>Options that the SOPS commands share, with sops's names.</summary>
internal static class SopsOptions
{
    public static Option<bool> InPlace() => new("--in-place", "-i") { Description = "Replace the file" };

    public static Option<string?> Config() =>
        new("--config")
        {
            Description = "The configuration; else .sops.yaml from the working folder upwards",
            HelpName = "file",
        };

    public static Action<CommandResult> InPlaceNeedsFile(Argument<string?> file, Option<bool> inPlace) =>
        result =>
        {
            if (result.GetValue(inPlace) && InputFile.IsStandardInput(result.GetValue(file)))
            {
                result.AddError("--in-place needs a file");
            }
        };
}
