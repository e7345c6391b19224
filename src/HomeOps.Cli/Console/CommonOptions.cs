using System.CommandLine;

namespace HomeOps.Cli;

/// <summary>Options that mean the same wherever they appear.</summary>
internal static class CommonOptions
{
    public static Option<bool> NoColor() =>
        new("--no-color") { Description = "No colours (also: the variable NO_COLOR)", Recursive = true };

    public static Option<OutputFormat> Output() =>
        new("--output")
        {
            Description = "How the report is printed: text for people, json for programs",
            DefaultValueFactory = static _ => OutputFormat.Text,
            HelpName = "text|json",
        };
}
