using System.Globalization;

namespace HomeOps.Yaml;

/// <summary>Times as Go's <c>RFC3339Nano</c> writes them; a time without zone counts as UTC.</summary>
internal static class GoTime
{
    public static string Format(YamlTimestamp time)
    {
        var offset = time.Offset ?? TimeSpan.Zero;
        var zone =
            offset == TimeSpan.Zero
                ? "Z"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(offset < TimeSpan.Zero ? '-' : '+')}{(int)offset.Duration().TotalHours:00}:{offset.Duration().Minutes:00}"
                );
        return time.Local.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + zone;
    }
}
