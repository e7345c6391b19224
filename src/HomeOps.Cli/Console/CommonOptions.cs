using System.CommandLine;

namespace HomeOps.Cli;

/// <summary>Options that mean the same wherever they appear.</summary>
internal static class CommonOptions
{
    public static Option<bool> NoColor() =>
        new("--no-color") { Description = "No colours (also: the variable NO_COLOR)", Recursive = true };

    public static Option<OutputFormat> Output() =>
        Output(
            "How the report is printed: text for people, json for programs",
            ("text", OutputFormat.Text),
            ("json", OutputFormat.Json)
        );

    /// <summary>The same for a command whose report is findings above all.</summary>
    public static Option<OutputFormat> FindingsOutput() =>
        Output(
            "How the report is printed: text for people, json for programs, sarif for GitHub and editors",
            ("text", OutputFormat.Text),
            ("json", OutputFormat.Json),
            ("sarif", OutputFormat.Sarif)
        );

    private static Option<OutputFormat> Output(string description, params (string Word, OutputFormat Format)[] formats)
    {
        var option = new Option<OutputFormat>("--output")
        {
            Description = $"{description}; text when absent",
            HelpName = string.Join('|', formats.Select(static f => f.Word)),
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                foreach (var format in formats)
                {
                    if (string.Equals(format.Word, word, StringComparison.OrdinalIgnoreCase))
                    {
                        return format.Format;
                    }
                }

                result.AddError(
                    $"'{word}' is no form of output: it is {string.Join(" or ", formats.Select(static f => f.Word))}"
                );
                return default;
            },
        };
        option.CompletionSources.Add([.. formats.Select(static f => f.Word)]);
        return option;
    }

    public static Option<AgeKeyKind> AgeKey() =>
        new("--age-key")
        {
            Description =
                "post-quantum (age 1.3, sops 3.12, Flux 2.9 and later) or classic (X25519, any version); post-quantum when absent",
            HelpName = "post-quantum|classic",
            CompletionSources = { "post-quantum", "classic" },
            CustomParser = static result =>
            {
                switch (result.Tokens[0].Value)
                {
                    case "post-quantum":
                        return AgeKeyKind.PostQuantum;
                    case "classic":
                        return AgeKeyKind.Classic;
                    default:
                        result.AddError(
                            $"'{result.Tokens[0].Value}' is no kind of age key: it is post-quantum or classic"
                        );
                        return default;
                }
            },
        };
}
