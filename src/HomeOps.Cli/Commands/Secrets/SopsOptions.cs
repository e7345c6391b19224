using System.CommandLine;
using System.CommandLine.Parsing;
using HomeOps.Sops;

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

    public static Option<int?> Indent()
    {
        var option = new Option<int?>("--indent")
        {
            Description = "Blanks for each level of YAML and JSON, instead of what .sops.yaml says",
            HelpName = "number",
        };
        option.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 100)
            {
                result.AddError("--indent is a number from 0 to 100");
            }
        });
        return option;
    }

    /// <summary>The indents of a rule, or those that the command line wants. sops takes 0 for its default in YAML, and for none in JSON.</summary>
    public static StoreIndents Indents(StoreIndents indents, int? wanted) =>
        wanted is { } number
            ? indents with
            {
                Yaml = number switch
                {
                    0 => StoreIndents.Default.Yaml,
                    < 2 or > 9 => 2,
                    _ => number,
                },
                Json = number,
                JsonBinary = number,
            }
            : indents;

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
