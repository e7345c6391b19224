using System.Globalization;

namespace HomeOps.Talos.Model;

/// <summary>Sizes with units, decimal (GB) and binary (GiB), as go-humanize reads them.</summary>
internal static class ByteCount
{
    /// <summary>The number of bytes, or null when the text is no size.</summary>
    public static decimal? Parse(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept("0123456789.,");
        var digits = (end < 0 ? text : text[..end]).Replace(",", "", StringComparison.Ordinal);
        var unit = end < 0 ? "" : text[end..].Trim();
        return
            digits.Length is > 0 and < 25
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && Unit(unit) is { } size
            ? Multiply(count, size)
            : null;
    }

    /// <summary>A size, a negative one (space to leave free) or a share in percent.</summary>
    public static bool IsSize(string text)
    {
        var positive = text.TrimStart('-');
        return positive.EndsWith('%')
            ? decimal.TryParse(
                positive.AsSpan(0, positive.Length - 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var share
            )
                && share <= 100
            : Parse(positive) is not null;
    }

    /// <summary>A size, perhaps behind a comparison.</summary>
    public static bool IsCondition(string text)
    {
        var op =
            text.StartsWith(">=", StringComparison.Ordinal)
            || text.StartsWith("<=", StringComparison.Ordinal)
            || text.StartsWith("==", StringComparison.Ordinal)
                ? 2
            : text is ['>' or '<', ..] ? 1
            : 0;
        return Parse(text[op..].Trim()) is not null;
    }

    /// <summary>The size of a partition as Talos writes it back: with a decimal unit if that loses nothing, else in bytes.</summary>
    public static string? NormalizeDisk(string text)
    {
        if (Parse(text) is not { } bytes)
        {
            return null;
        }

        var size = decimal.Truncate(bytes);
        var human = Human(size);
        return size % 1000 == 0 && Parse(human) == size ? human : size.ToString("0", CultureInfo.InvariantCulture);
    }

    private static string Human(decimal bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];
        var unit = 0;
        var value = bytes;
        while (value >= 1000 && unit < units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        var rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return (
                unit > 0 && rounded < 10
                    ? rounded.ToString("0.0", CultureInfo.InvariantCulture)
                    : rounded.ToString("0", CultureInfo.InvariantCulture)
            )
            + " "
            + units[unit];
    }

    private static decimal? Multiply(decimal count, decimal size) =>
        count <= ulong.MaxValue && count * size is var bytes && bytes <= ulong.MaxValue ? bytes : null;

    private static decimal? Unit(string unit) =>
        unit.ToLowerInvariant() switch
        {
            "" or "b" => 1,
            "k" or "kb" => 1_000,
            "m" or "mb" => 1_000_000,
            "g" or "gb" => 1_000_000_000,
            "t" or "tb" => 1_000_000_000_000,
            "p" or "pb" => 1_000_000_000_000_000,
            "e" or "eb" => 1_000_000_000_000_000_000,
            "ki" or "kib" => 1L << 10,
            "mi" or "mib" => 1L << 20,
            "gi" or "gib" => 1L << 30,
            "ti" or "tib" => 1L << 40,
            "pi" or "pib" => 1L << 50,
            "ei" or "eib" => 1L << 60,
            _ => null,
        };
}
