using System.Globalization;

namespace HomeOps.Cluster;

/// <summary>A range of IPv4 addresses: its first address and the number of leading bits that all of them share.</summary>
public readonly record struct Ipv4Cidr
{
    private Ipv4Cidr(Ipv4Address network, int prefixLength) => (Network, PrefixLength) = (network, prefixLength);

    /// <summary>The first address of the range.</summary>
    public Ipv4Address Network { get; }

    /// <summary>Number of leading bits in common, 0 to 32.</summary>
    public int PrefixLength { get; }

    /// <summary>Number of addresses.</summary>
    public long Size => 1L << (32 - PrefixLength);

    /// <summary>The last address of the range.</summary>
    public Ipv4Address Last => new(Network.Value | ~Mask(PrefixLength));

    /// <summary>The first address a host can have.</summary>
    public Ipv4Address FirstHost => PrefixLength <= 30 ? new(Network.Value + 1) : Network;

    /// <summary>The last address a host can have.</summary>
    public Ipv4Address LastHost => PrefixLength <= 30 ? new(Last.Value - 1) : Last;

    /// <summary>
    /// Reads <c>address/length</c>. With an address that is not the first of its range the result is still the range it
    /// lies in, and <paramref name="hasHostBits"/> says so.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Ipv4Cidr cidr, out bool hasHostBits)
    {
        cidr = default;
        hasHostBits = false;
        var slash = text.IndexOf('/');
        if (slash < 0 || !Ipv4Address.TryParse(text[..slash], out var address))
        {
            return false;
        }

        var digits = text[(slash + 1)..];
        if (
            digits.Length is < 1 or > 2
            || (digits.Length == 2 && digits[0] == '0')
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > 32
        )
        {
            return false;
        }

        cidr = new Ipv4Cidr(new Ipv4Address(address.Value & Mask(length)), length);
        hasHostBits = cidr.Network != address;
        return true;
    }

    /// <summary>The range of an address and a prefix length.</summary>
    internal static Ipv4Cidr Of(uint address, int length) => new(new Ipv4Address(address & Mask(length)), length);

    /// <summary>Whether an address lies in the range.</summary>
    public bool Contains(Ipv4Address address) => (address.Value & Mask(PrefixLength)) == Network.Value;

    /// <summary>Whether the two ranges share an address.</summary>
    public bool Overlaps(Ipv4Cidr other) => Contains(other.Network) || other.Contains(Network);

    /// <summary>Whether an address is the first or last of a range in which these two are no hosts' (RFC 3021: up to /30).</summary>
    public bool IsEdge(Ipv4Address address) => PrefixLength <= 30 && (address == Network || address == Last);

    /// <summary>The address <paramref name="n"/> places after the first; null when it is not in the range.</summary>
    public Ipv4Address? Nth(int n) => n >= 0 && n < Size ? new Ipv4Address(Network.Value + (uint)n) : null;

    /// <inheritdoc />
    public override string ToString() => $"{Network}/{PrefixLength}";

    private static uint Mask(int length) => length == 0 ? 0 : uint.MaxValue << (32 - length);
}
