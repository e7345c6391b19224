using System.CommandLine;
using System.CommandLine.Parsing;
using HomeOps.Text;

namespace HomeOps.Cli;

/// <summary>Says what is wrong with a command line, in the form of every other finding.</summary>
internal static class UsageErrors
{
    /// <summary>The first mistake, or null.</summary>
    public static Diagnostic? Find(ParseResult parsed)
    {
        var command = PathOf(parsed);
        if (UnknownFlag(parsed) is { } flag)
        {
            return Unknown(parsed, flag, command);
        }

        return parsed.UnmatchedTokens is [var word, ..] && parsed.Errors.Count > 0 ? Unknown(parsed, word, command)
            : parsed.Errors is [var error, ..] ? CliDiagnostics.Usage(OneLine(error.Message), command)
            : EmptyPath(parsed) is { } option ? CliDiagnostics.EmptyValue(option, command)
            : null;
    }

    private static Diagnostic Unknown(ParseResult parsed, string word, string command) =>
        CliDiagnostics.UnknownCommand(word, command, Spelling.Nearest(word, Names(parsed)));

    // The library takes an unknown flag for the command's argument where it has one; its value is then one argument too many.
    private static string? UnknownFlag(ParseResult parsed)
    {
        var taken = parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(static a => a.Tokens)
            .Select(static t => t.Value)
            .Concat(parsed.UnmatchedTokens)
            .ToHashSet(StringComparer.Ordinal);
        return parsed
            .Tokens.TakeWhile(static t => t.Type != TokenType.DoubleDash)
            .Where(t => t.Type == TokenType.Argument && taken.Contains(t.Value) && IsFlag(t.Value))
            .Select(static t => t.Value.Split('=')[0])
            .FirstOrDefault();
    }

    private static bool IsFlag(string word) =>
        word.TrimStart('-') is [var first, ..] && char.IsAsciiLetter(first) && word[0] == '-';

    private static string? EmptyPath(ParseResult parsed) =>
        parsed
            .CommandResult.Children.OfType<OptionResult>()
            .FirstOrDefault(static o =>
                o.Option.HelpName is "path" or "file" or "folder" && o.Tokens.Any(static t => t.Value.Length == 0)
            )
            ?.Option.Name;

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
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as CommandResult)
        {
            names.Insert(0, result.Command is RootCommand ? "homeops" : result.Command.Name);
        }

        return string.Join(' ', names);
    }
}
