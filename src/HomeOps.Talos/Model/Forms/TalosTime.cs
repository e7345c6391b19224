using HomeOps.Talos.Model;

namespace HomeOps.Talos;

/// <summary>Lengths of time as Talos and talhelper write them: <c>8760h</c>, <c>1h30m</c>.</summary>
public static class TalosTime
{
    /// <summary>The length, or null when the text is none or longer than 290 years.</summary>
    public static TimeSpan? Parse(string text) =>
        GoDuration.Parse(text) is { } nanoseconds
            ? TimeSpan.FromTicks((long)(nanoseconds / TimeSpan.NanosecondsPerTick))
            : null;
}
