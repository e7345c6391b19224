using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace HomeOps.Cli;

/// <summary>The usual help, followed by the examples of the command.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            // "/h" and "/?" would be offered as completions beside every path.
            option.Aliases.Clear();
            option.Aliases.Add("-h");
            if (option.Action is HelpAction action)
            {
                option.Action = new HelpWithExamples(action);
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExampleCommand { Examples: { Count: > 0 } examples })
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var (line, meaning) in examples)
            {
                output.WriteLine($"  {line}");
                output.WriteLine($"      {meaning}");
            }

            output.WriteLine();
        }

        return code;
    }
}
