using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>Turns what stands in makejinja.toml, in the environment or on the command line into values of options.</summary>
internal static class OptionReader
{
    /// <summary>What to say an option wants.</summary>
    public static string Wanted(Option option) =>
        option.Wanted
        ?? option.Kind switch
        {
            OptionKind.Flag => "true or false",
            OptionKind.Number => "a whole number",
            OptionKind.List => "a list of texts",
            OptionKind.Pairs => "a table of values",
            OptionKind.PairsOfLists => "a table of lists of files",
            _ => "a text",
        };

    /// <summary>The same for a value on the command line or in the environment.</summary>
    public static string WantedAsText(Option option) =>
        option.Kind switch
        {
            OptionKind.Pairs => "NAME=VALUE (on the command line: -D NAME=VALUE)",
            OptionKind.PairsOfLists => "NAME=FILE,FILE (on the command line: --file-data NAME=FILE,FILE)",
            _ => Wanted(option),
        };

    /// <summary>A value of makejinja.toml; null when it is of another kind than the option.</summary>
    public static OptionValue? FromToml(Option option, TomlNode node, SourceText source)
    {
        var place = source.At(node.Span);
        return (option.Kind, node) switch
        {
            (OptionKind.Text or OptionKind.OptionalText, TomlScalar { Value: string text }) => new OptionValue
            {
                Text = text,
                Places = [place],
            },
            (OptionKind.Flag, TomlScalar { Value: bool flag }) => new OptionValue { Flag = flag, Places = [place] },
            (OptionKind.Number, TomlScalar { Value: long }) => new OptionValue { Places = [place] },
            (OptionKind.List, TomlArray array) => FromArray(array, source),
            (OptionKind.Pairs, TomlTable table) => FromTable(table),
            (OptionKind.PairsOfLists, TomlTable table) => FromTableOfLists(table),
            _ => null,
        };
    }

    /// <summary>A value written as one text; null when it is none of the option's kind.</summary>
    public static OptionValue? FromText(Option option, string text) =>
        option.Kind == OptionKind.List ? FromTexts(option, text.Split(':')) : FromTexts(option, [text]);

    /// <summary>A value written as several texts.</summary>
    public static OptionValue? FromTexts(Option option, IReadOnlyList<string> texts)
    {
        switch (option.Kind)
        {
            case OptionKind.Text or OptionKind.OptionalText:
                return texts is [.., var text] ? new OptionValue { Text = text } : null;
            case OptionKind.Flag:
                return texts is [.., var flag] && Flag(flag) is { } value ? new OptionValue { Flag = value } : null;
            case OptionKind.Number:
                return texts is [.., var number] && int.TryParse(number, out _) ? new OptionValue() : null;
            case OptionKind.List:
                return new OptionValue { List = texts };
            default:
                return FromPairs(option.Kind, texts);
        }
    }

    private static bool? Flag(string text) =>
        text.ToLowerInvariant() switch
        {
            "1" or "t" or "y" or "true" or "yes" or "on" => true,
            "0" or "f" or "n" or "false" or "no" or "off" => false,
            _ => null,
        };

    private static OptionValue? FromArray(TomlArray array, SourceText source)
    {
        var texts = array.Items.ConvertAll(static i => (i as TomlScalar)?.Value as string ?? string.Empty);
        return array.Items.TrueForAll(static i => i is TomlScalar { Value: string })
            ? new OptionValue { List = texts, Places = array.Items.ConvertAll(i => source.At(i.Span)) }
            : null;
    }

    private static OptionValue? FromPairs(OptionKind kind, IReadOnlyList<string> texts)
    {
        var pairs = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                return null;
            }

            var value = text[(equals + 1)..];
            pairs.Add(new(text[..equals], kind == OptionKind.Pairs ? [value] : value.Split(',')));
        }

        return new OptionValue { Pairs = pairs };
    }

    private static OptionValue? FromTable(TomlTable table)
    {
        var pairs = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        return Collect(table, string.Empty, pairs) ? new OptionValue { Pairs = pairs } : null;
    }

    private static bool Collect(TomlTable table, string prefix, List<KeyValuePair<string, IReadOnlyList<string>>> pairs)
    {
        foreach (var entry in table.Entries)
        {
            switch (entry.Value)
            {
                case TomlTable inner when Collect(inner, $"{prefix}{entry.Name}.", pairs):
                    break;
                case TomlScalar scalar:
                    pairs.Add(new(prefix + entry.Name, [PyText.Str(TomlData.ToValue(scalar))]));
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static OptionValue? FromTableOfLists(TomlTable table)
    {
        var pairs = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        foreach (var entry in table.Entries)
        {
            var items = entry.Value is TomlArray array ? array.Items : [entry.Value];
            if (!items.TrueForAll(static i => i is TomlScalar { Value: string }))
            {
                return null;
            }

            pairs.Add(new(entry.Name, items.ConvertAll(static i => (string)((TomlScalar)i).Value)));
        }

        return new OptionValue { Pairs = pairs };
    }
}
