using System.CommandLine;

namespace HomeOps.Cli;

/// <summary>A command that shows in its help how it is used.</summary>
internal sealed class ExampleCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines and what each does.</summary>
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; init; } = [];
}
