using System.CommandLine;

namespace HomeOps.Cli.Commands;

/// <summary>How a list is printed.</summary>
internal enum ListFormat
{
    /// <summary>Columns for people.</summary>
    Table,

    /// <summary>More columns.</summary>
    Wide,

    /// <summary><c>namespace/name</c>, one a line.</summary>
    Name,

    /// <summary>JSON with all that is known.</summary>
    Json,

    /// <summary>The same as YAML.</summary>
    Yaml,
}

/// <summary>The option <c>-o</c> of lists.</summary>
internal static class ListFormatOption
{
    public static Option<ListFormat> Create()
    {
        var words = Enum.GetValues<ListFormat>().ToDictionary(static f => f.ToString().ToLowerInvariant());
        var option = new Option<ListFormat>("--output", "-o")
        {
            Description = "How the list is printed",
            HelpName = string.Join('|', words.Keys),
            CustomParser = result =>
            {
                if (words.TryGetValue(result.Tokens[0].Value, out var format))
                {
                    return format;
                }

                result.AddError(
                    $"'{result.Tokens[0].Value}' is no form of output: it is {string.Join(", ", words.Keys)}"
                );
                return default;
            },
        };
        option.CompletionSources.Add([.. words.Keys]);
        return option;
    }
}
