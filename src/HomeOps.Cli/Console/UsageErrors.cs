using System.CommandLine;
using HomeOps.Text;

namespace HomeOps.Cli;

/// <summary>Says what is wrong with a command line, in the form of every other finding.</summary>
internal static class UsageErrors
{
    public static int Print(ParseResult parsed, Terminal terminal)
    {
        var command = PathOf(parsed);
        var finding = parsed.UnmatchedTokens switch
        {
            [var word, ..] => CliDiagnostics.UnknownCommand(word, command, Spelling.Nearest(word, Names(parsed))),
            _ => CliDiagnostics.Usage(OneLine(parsed.Errors[0].Message), command),
        };
        new FindingsPrinter(terminal).Print([finding]);
        return ExitCode.Usage;
    }

    // The library lists allowed values one a line, each behind a tab.
    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[])['\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static IEnumerable<string> Names(ParseResult parsed) =>
        parsed.CommandResult.Command.Children.SelectMany(Names);

    private static IEnumerable<string> Names(Symbol symbol) =>
        symbol switch
        {
            Command command => [command.Name, .. command.Aliases],
            Option option => [option.Name, .. option.Aliases],
            _ => [],
        };

    private static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (
            var result = parsed.CommandResult;
            result is not null;
            result = result.Parent as System.CommandLine.Parsing.CommandResult
        )
        {
            names.Insert(0, result.Command is RootCommand ? "homeops" : result.Command.Name);
        }

        return string.Join(' ', names);
    }
}
