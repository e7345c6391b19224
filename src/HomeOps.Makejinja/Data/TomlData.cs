using HomeOps.Jinja.Values;
using Tomlyn;

namespace HomeOps.Makejinja;

/// <summary>What Python's tomllib makes of a TOML file.</summary>
internal static class TomlData
{
    public static PyDict ToDict(TomlTable table)
    {
        var dict = new PyDict(table.Entries.Count);
        foreach (var entry in table.Entries)
        {
            dict[entry.Name] = ToValue(entry.Value);
        }

        return dict;
    }

    public static Value ToValue(TomlNode node) =>
        node switch
        {
            TomlTable table => ToDict(table),
            TomlArray array => new PyList(array.Items.Select(ToValue)),
            TomlScalar { Value: string text } => text,
            TomlScalar { Value: long number } => number,
            TomlScalar { Value: double number } => number,
            TomlScalar { Value: bool flag } => flag,
            TomlScalar { Value: TomlDateTime time } => Temporal(time),
            _ => throw new InvalidOperationException($"There is no TOML value '{node}'."),
        };

    private static PyTemporal Temporal(TomlDateTime time) =>
        time.Kind switch
        {
            TomlDateTimeKind.LocalDate => new(TemporalKind.Date, time.DateTime.DateTime),
            TomlDateTimeKind.LocalTime => new(TemporalKind.Time, time.DateTime.DateTime),
            TomlDateTimeKind.LocalDateTime => new(TemporalKind.DateTime, time.DateTime.DateTime),
            _ => new(TemporalKind.DateTime, time.DateTime.DateTime, time.DateTime.Offset),
        };
}
