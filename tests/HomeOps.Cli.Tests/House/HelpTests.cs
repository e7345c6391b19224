using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace HomeOps.Cli.Tests.House;

/// <summary>What the help of every command owes its reader.</summary>
public sealed class HelpTests
{
    [Fact]
    public void Every_command_and_option_says_what_it_is_for()
    {
        using var world = new TestWorld();
        var commands = Commands(HomeOpsCli.Root(world.World)).ToList();

        Assert.Empty(commands.Where(static c => string.IsNullOrWhiteSpace(c.Description)).Select(static c => c.Name));
        Assert.Empty(
            commands
                .SelectMany(static c => c.Options.Select(o => (Command: c.Name, Option: o)))
                .Where(static p => p.Option is not HelpOption && string.IsNullOrWhiteSpace(p.Option.Description))
                .Select(static p => $"{p.Command} {p.Option.Name}")
        );
    }

    [Fact]
    public void Every_command_that_runs_shows_an_example_of_itself()
    {
        using var world = new TestWorld();

        Assert.Empty(
            Commands(HomeOpsCli.Root(world.World))
                .Where(static c => c.Subcommands.Count == 0)
                .Where(c =>
                    (c as ExampleCommand)?.Examples.Any(e => e.Line.Contains(Path(c), StringComparison.Ordinal)) != true
                )
                .Select(Path)
        );
    }

    // The library prints defaults by their ToString: what is shown must be what can be typed.
    [Fact]
    public void A_default_that_is_shown_can_be_given()
    {
        using var world = new TestWorld();
        var root = HomeOpsCli.Root(world.World);

        Assert.Empty(
            Commands(root)
                .SelectMany(static c => c.Options.Select(o => (Command: c, Option: o)))
                .Where(static p => p.Option is { HasDefaultValue: true } and not HelpOption and not VersionOption)
                .Select(static p => (p.Command, p.Option, Shown: $"{p.Option.GetDefaultValue()}"))
                .Where(static p => p.Shown.Length > 0)
                .Where(p =>
                    root.Parse([.. Path(p.Command).Split(' '), p.Option.Name, p.Shown])
                        .Errors.Any(e => e.SymbolResult is OptionResult o && o.Option == p.Option)
                )
                .Select(static p => $"{Path(p.Command)} {p.Option.Name}: {p.Shown}")
        );
    }

    private static IEnumerable<Command> Commands(Command command) =>
        [command, .. command.Subcommands.SelectMany(Commands)];

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand
            ? $"{Path(parent)} {command.Name}"
            : command.Name;
}
