using System.Globalization;

namespace HomeOps.Yaml.Tests.Resolving;

/// <summary>Kind and value of a scalar as text.</summary>
internal static class Show
{
    public static string Value(YamlValue value) =>
        value.Object switch
        {
            null => value.Kind.ToString(),
            byte[] bytes => $"{value.Kind} {Convert.ToHexString(bytes)}",
            DateOnly date => $"{value.Kind} {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            YamlTimestamp time =>
                $"{value.Kind} {time.Local.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)} "
                    + (time.Offset?.ToString() ?? "none"),
            IFormattable number => $"{value.Kind} {number.ToString(null, CultureInfo.InvariantCulture)}",
            var other => $"{value.Kind} {other}",
        };
}
