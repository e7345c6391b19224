using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>A value of a TOML file and where it stands.</summary>
internal abstract record TomlNode(TextSpan Span);

/// <summary>A value that holds no others.</summary>
/// <param name="Value">A string, long, double, bool or <see cref="Tomlyn.TomlDateTime"/>.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record TomlScalar(object Value, TextSpan Span) : TomlNode(Span);

/// <summary>An array, or the tables of a <c>[[name]]</c>.</summary>
internal sealed record TomlArray(List<TomlNode> Items, TextSpan Span) : TomlNode(Span);

/// <summary>A table in file order.</summary>
internal sealed record TomlTable(TextSpan Span) : TomlNode(Span)
{
    private readonly Dictionary<string, TomlEntry> byName = new(StringComparer.Ordinal);

    public List<TomlEntry> Entries { get; } = [];

    public TomlNode? this[string name] => byName.GetValueOrDefault(name)?.Value;

    public void Add(TomlEntry entry)
    {
        if (byName.TryAdd(entry.Name, entry))
        {
            Entries.Add(entry);
        }
    }
}

/// <summary>One key of a table.</summary>
internal sealed record TomlEntry(string Name, TextSpan NameSpan, TomlNode Value);
