using System.CommandLine;

namespace HomeOps.Cli.Commands;

/// <summary>Options that the age commands share, with age's names.</summary>
internal static class AgeOptions
{
    public static Option<string?> Output() =>
        new("--output", "-o") { Description = "Where to; standard output when absent", HelpName = "file" };
}
