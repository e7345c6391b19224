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

    public static Option<AgeKeyKind> AgeKey() =>
        new("--age-key")
        {
            Description = "post-quantum (age 1.3, sops 3.12, Flux 2.9 and later) or classic (X25519, any version)",
            DefaultValueFactory = static _ => AgeKeyKind.PostQuantum,
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
