namespace HomeOps.Yaml;

/// <summary>
/// Times as go-yaml v3 reads them, by Go's layouts <c>2006-1-2T15:4:5.999999999Z07:00</c> (also with <c>t</c>),
/// <c>2006-1-2 15:4:5.999999999</c> and <c>2006-1-2</c>.
/// </summary>
internal static class GoTimestamp
{
    /// <summary>The date or time, to 100 ns; null when the text is none.</summary>
    public static YamlValue? Parse(string text)
    {
        ReadOnlySpan<char> rest = text;
        if (
            text.Length < 8
            || text[4] != '-'
            || !Digits.TryTake(ref rest, 4, 4, out var year)
            || !TryTakeChar(ref rest, '-')
            || !Digits.TryTake(ref rest, 1, 2, out var month)
            || !TryTakeChar(ref rest, '-')
            || !Digits.TryTake(ref rest, 1, 2, out var day)
            || year == 0
            || month is 0 or > 12
            || day == 0
            || day > DateTime.DaysInMonth(year, month)
        )
        {
            return null;
        }

        if (rest.IsEmpty)
        {
            return new YamlValue(YamlKind.Date, new DateOnly(year, month, day));
        }

        var separator = rest[0];
        rest = rest[1..];
        if (separator is not ('T' or 't' or ' ') || !TryReadTime(ref rest, out var time))
        {
            return null;
        }

        TimeSpan? offset = null;
        if (separator != ' ')
        {
            if (!TryReadZone(ref rest, out var zone))
            {
                return null;
            }

            offset = zone;
        }

        return rest.IsEmpty
            ? new YamlValue(YamlKind.Timestamp, new YamlTimestamp(new DateTime(year, month, day) + time, offset))
            : null;
    }

    private static bool TryReadTime(ref ReadOnlySpan<char> rest, out TimeSpan time)
    {
        time = default;
        if (
            !Digits.TryTake(ref rest, 1, 2, out var hour)
            || !TryTakeChar(ref rest, ':')
            || !Digits.TryTake(ref rest, 1, 2, out var minute)
            || !TryTakeChar(ref rest, ':')
            || !Digits.TryTake(ref rest, 1, 2, out var second)
            || hour > 23
            || minute > 59
            || second > 59
        )
        {
            return false;
        }

        time = new TimeSpan(hour, minute, second);
        if (rest.Length > 1 && rest[0] is '.' or ',' && char.IsAsciiDigit(rest[1]))
        {
            rest = rest[1..];
            long ticks = 0;
            var count = 0;
            for (; count < rest.Length && char.IsAsciiDigit(rest[count]); count++)
            {
                ticks = count < 7 ? (ticks * 10) + (rest[count] - '0') : ticks;
            }

            for (var i = count; i < 7; i++)
            {
                ticks *= 10;
            }

            rest = rest[count..];
            time += TimeSpan.FromTicks(ticks);
        }

        return true;
    }

    private static bool TryReadZone(ref ReadOnlySpan<char> rest, out TimeSpan zone)
    {
        zone = default;
        if (TryTakeChar(ref rest, 'Z'))
        {
            return true;
        }

        var negative = rest.Length > 0 && rest[0] == '-';
        if (
            !(TryTakeChar(ref rest, '+') || TryTakeChar(ref rest, '-'))
            || !Digits.TryTake(ref rest, 2, 2, out var hours)
            || !TryTakeChar(ref rest, ':')
            || !Digits.TryTake(ref rest, 2, 2, out var minutes)
            || hours > 24
            || minutes > 59
        )
        {
            return false;
        }

        zone = new TimeSpan(hours, minutes, 0);
        zone = negative ? -zone : zone;
        return true;
    }

    private static bool TryTakeChar(ref ReadOnlySpan<char> rest, char c)
    {
        if (rest.IsEmpty || rest[0] != c)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }
}
