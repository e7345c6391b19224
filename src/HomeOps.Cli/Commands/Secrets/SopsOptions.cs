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

    public static Argument<string> File() => new("file") { Description = "The encrypted file" };

    public static Argument<string> ValuePath() =>
        new("path") { Description = "Keys in quotes and list positions without: '[\"stringData\"][\"token\"]'" };

    public static Option<string?> InputType() =>
        SopsTypes.Option("--input-type", "The file's format, when its ending does not say");

    public static Option<bool> Yes() => new("--yes", "-y") { Description = "Write without asking" };

    public static Action<CommandResult> InPlaceNeedsFile(Argument<string?> file, Option<bool> inPlace) =>
        result =>
        {
            if (result.GetValue(inPlace) && InputFile.IsStandardInput(result.GetValue(file)))
            {
                result.AddError("--in-place needs a file");
            }
        };
}
