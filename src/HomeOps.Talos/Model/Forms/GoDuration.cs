using System.Globalization;

namespace HomeOps.Talos.Model;

/// <summary>Time spans in Go's notation (<c>time.ParseDuration</c>, <c>Duration.String</c>).</summary>
internal static class GoDuration
{
    /// <summary>The span as Go writes it; null when the text is none. Zero is empty, since Talos leaves it out.</summary>
    public static string? Normalize(string text) => Parse(text) is { } ticks ? Format(ticks) : null;

    /// <summary>Nanoseconds, or null.</summary>
    public static decimal? Parse(string text)
    {
        var rest = text.AsSpan();
        var sign = 1;
        if (rest is ['+' or '-', ..])
        {
            sign = rest[0] == '-' ? -1 : 1;
            rest = rest[1..];
        }

        if (rest is "0")
        {
            return 0;
        }

        decimal total = 0;
        var any = false;
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExcept("0123456789.");
            if (
                digits <= 0
                || digits > 20
                || !decimal.TryParse(
                    rest[..digits],
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var count
                )
            )
            {
                return null;
            }

            rest = rest[digits..];
            var letters = rest.IndexOfAny("0123456789.");
            var unit = letters < 0 ? rest : rest[..letters];
            if (Unit(unit) is not { } size)
            {
                return null;
            }

            total += count * size;
            rest = rest[unit.Length..];
            any = true;
        }

        return any && total <= long.MaxValue ? decimal.Truncate(total) * sign : null;
    }

    private static decimal? Unit(ReadOnlySpan<char> unit) =>
        unit switch
        {
            "ns" => 1,
            "us" or "µs" or "μs" => 1_000,
            "ms" => 1_000_000,
            "s" => 1_000_000_000,
            "m" => 60_000_000_000,
            "h" => 3_600_000_000_000,
            _ => null,
        };

    private static string Format(decimal nanoseconds)
    {
        if (nanoseconds == 0)
        {
            return "";
        }

        var sign = nanoseconds < 0 ? "-" : "";
        var size = Math.Abs(nanoseconds);
        if (size < 1_000_000_000)
        {
            return sign
                + size switch
                {
                    < 1_000 => Number(size) + "ns",
                    < 1_000_000 => Number(size / 1_000) + "µs",
                    _ => Number(size / 1_000_000) + "ms",
                };
        }

        var seconds = size / 1_000_000_000;
        var hours = Math.Floor(seconds / 3600);
        var minutes = Math.Floor(seconds / 60) - (hours * 60);
        var rest = Number(seconds - (hours * 3600) - (minutes * 60)) + "s";
        return sign
            + (
                hours > 0 ? $"{Number(hours)}h{Number(minutes)}m{rest}"
                : minutes > 0 ? $"{Number(minutes)}m{rest}"
                : rest
            );
    }

    private static string Number(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);
}
