using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HomeOps.Talos.Model;

/// <summary>Addresses, networks and ports as Go's <c>net/netip</c> reads and writes them.</summary>
internal static class NetworkText
{
    /// <summary>The address in its canonical form, or null.</summary>
    public static string? Address(string text) => Parse(text)?.ToString();

    /// <summary>An address, strictly: four decimal parts without leading zeros, or IPv6.</summary>
    public static IPAddress? Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return
                !text.Contains('[', StringComparison.Ordinal)
                && !text.Contains('/', StringComparison.Ordinal)
                && IPAddress.TryParse(text, out var six)
                && six.AddressFamily == AddressFamily.InterNetworkV6
                ? six
                : null;
        }

        var parts = text.Split('.');
        return
            parts.Length == 4
            && Array.TrueForAll(parts, static p => Number(p, 255) is not null)
            && IPAddress.TryParse(text, out var four)
            ? four
            : null;
    }

    public static string? Prefix(string text)
    {
        var slash = text.LastIndexOf('/');
        return
            slash > 0
            && Parse(text[..slash]) is { } address
            && Number(text[(slash + 1)..], address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) is not null
            ? address + text[slash..]
            : null;
    }

    public static string? AddressAndPort(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || Number(text[(colon + 1)..], 65535) is null)
        {
            return null;
        }

        var host = text[..colon];
        var isBracketed = host.StartsWith('[') && host.EndsWith(']');
        var address = Parse(isBracketed ? host[1..^1] : host);
        return address is null || isBracketed != (address.AddressFamily == AddressFamily.InterNetworkV6) ? null
            : isBracketed ? $"[{address}]{text[colon..]}"
            : address + text[colon..];
    }

    public static string? Hardware(string text)
    {
        var hex = text.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();
        return hex.Length > 0 && hex.Length % 2 == 0 && hex.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0
            ? string.Join(':', hex.Chunk(2).Select(static c => new string(c)))
            : null;
    }

    public static string? RoutingTable(string text) =>
        text switch
        {
            "unspec" or "default" or "main" or "local" => text,
            "0" => "unspec",
            "253" => "default",
            "254" => "main",
            "255" => "local",
            _ => Number(text, 252)?.ToString(CultureInfo.InvariantCulture),
        };

    public static string? PortRange(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
        {
            return Number(text, 65535) is null ? null : text;
        }

        return Number(text[..dash], 65535) is { } low && Number(text[(dash + 1)..], 65535) is { } high
            ? low == high
                ? text[..dash]
                : text
            : null;
    }

    private static int? Number(string digits, int max) =>
        digits.Length is > 0 and <= 5
        && (digits.Length == 1 || digits[0] != '0')
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value <= max
            ? value
            : null;
}
