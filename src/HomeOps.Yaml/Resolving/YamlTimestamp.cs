namespace HomeOps.Yaml;

/// <summary>A point in time as written: local fields, fraction, and the zone if one was given.</summary>
/// <param name="Local">Date and time as written, to 100 ns.</param>
/// <param name="Offset">Zone given with the time; null when there was none.</param>
public readonly record struct YamlTimestamp(DateTime Local, TimeSpan? Offset);
