using System.CommandLine;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary>The options that name a file's format, with sops's words.</summary>
internal static class SopsTypes
{
    public static Option<string?> Option(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "yaml|json|dotenv|ini|binary" };
        option.AcceptOnlyFromAmong("yaml", "json", "dotenv", "ini", "binary");
        return option;
    }

    /// <summary>The format a word names; the one of the file's ending when there is no word.</summary>
    public static SopsFormat Format(string? word, string path) =>
        word switch
        {
            "yaml" => SopsFormat.Yaml,
            "json" => SopsFormat.Json,
            "dotenv" => SopsFormat.Dotenv,
            "ini" => SopsFormat.Ini,
            "binary" => SopsFormat.Binary,
            _ => SopsFormat.For(path),
        };
}
