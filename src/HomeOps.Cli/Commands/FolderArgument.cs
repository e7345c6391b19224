using System.CommandLine;

namespace HomeOps.Cli.Commands;

/// <summary>The folder a command works in.</summary>
internal static class FolderArgument
{
    public static Argument<string?> Create(string description) =>
        new("folder") { Description = description, Arity = ArgumentArity.ZeroOrOne };
}
