namespace HomeOps.Yaml;

/// <summary>Dates and times of YAML 1.1 as PyYAML reads them.</summary>
internal static class PyYamlTimestamp
{
    /// <summary>Whether a plain scalar is a date or a time; a bare date needs two digits each.</summary>
    public static bool LooksLike(string text) => TryRead(text, out var fields) && (fields.HasTime || text.Length == 10);

    /// <summary>A date or a time to the microsecond; null when the text is neither or no such day or time exists.</summary>
    public static YamlValue? Parse(string text)
    {
        if (!TryRead(text, out var f) || f.Year < 1 || f.Month is < 1 or > 12)
        {
            return null;
        }

        if (f.Day < 1 || f.Day > DateTime.DaysInMonth(f.Year, f.Month))
        {
            return null;
        }

        if (!f.HasTime)
        {
            return new YamlValue(YamlKind.Date, new DateOnly(f.Year, f.Month, f.Day));
        }

        if (f.Hour > 23 || f.Minute > 59 || f.Second > 59 || f.Offset is { } o && o.Duration() >= TimeSpan.FromDays(1))
        {
            return null;
        }

        var local = new DateTime(f.Year, f.Month, f.Day, f.Hour, f.Minute, f.Second).AddTicks(f.Microseconds * 10L);
        return new YamlValue(YamlKind.Timestamp, new YamlTimestamp(local, f.Offset));
    }

    private struct Fields
    {
        public int Year;
        public int Month;
        public int Day;
        public bool HasTime;
        public int Hour;
        public int Minute;
        public int Second;
        public int Microseconds;
        public TimeSpan? Offset;
    }

    private static bool TryRead(string text, out Fields fields)
    {
        fields = default;
        ReadOnlySpan<char> rest = text;
        if (
            !Digits.TryTake(ref rest, 4, 4, out fields.Year)
            || !TryTakeChar(ref rest, '-')
            || !Digits.TryTake(ref rest, 1, 2, out fields.Month)
            || !TryTakeChar(ref rest, '-')
            || !Digits.TryTake(ref rest, 1, 2, out fields.Day)
        )
        {
            return false;
        }

        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] is 'T' or 't')
        {
            rest = rest[1..];
        }
        else
        {
            var trimmed = rest.TrimStart(" \t");
            if (trimmed.Length == rest.Length)
            {
                return false;
            }

            rest = trimmed;
        }

        fields.HasTime = true;
        return Digits.TryTake(ref rest, 1, 2, out fields.Hour)
            && TryTakeChar(ref rest, ':')
            && Digits.TryTake(ref rest, 2, 2, out fields.Minute)
            && TryTakeChar(ref rest, ':')
            && Digits.TryTake(ref rest, 2, 2, out fields.Second)
            && TryReadFraction(ref rest, ref fields)
            && TryReadZone(rest, ref fields);
    }

    private static bool TryReadFraction(ref ReadOnlySpan<char> rest, ref Fields fields)
    {
        if (!TryTakeChar(ref rest, '.'))
        {
            return true;
        }

        var length = rest.IndexOfAnyExceptInRange('0', '9');
        length = length < 0 ? rest.Length : length;
        for (var i = 0; i < 6; i++)
        {
            fields.Microseconds = (fields.Microseconds * 10) + (i < length ? rest[i] - '0' : 0);
        }

        rest = rest[length..];
        return true;
    }

    private static bool TryReadZone(ReadOnlySpan<char> rest, ref Fields fields)
    {
        var zone = rest.TrimStart(" \t");
        if (zone.IsEmpty)
        {
            return rest.IsEmpty;
        }

        if (zone is "Z")
        {
            fields.Offset = TimeSpan.Zero;
            return true;
        }

        var negative = zone[0] == '-';
        if (zone[0] is not ('+' or '-'))
        {
            return false;
        }

        zone = zone[1..];
        if (!Digits.TryTake(ref zone, 1, 2, out var hours))
        {
            return false;
        }

        var minutes = 0;
        if (TryTakeChar(ref zone, ':') && !Digits.TryTake(ref zone, 2, 2, out minutes))
        {
            return false;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        fields.Offset = negative ? -offset : offset;
        return zone.IsEmpty;
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
