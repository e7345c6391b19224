using System.Globalization;

namespace HomeOps.Cluster;

/// <summary>An IPv4 address in dotted decimal form: four numbers from 0 to 255, none with a leading zero.</summary>
/// <param name="Value">The address as a number, first octet highest.</param>
public readonly record struct Ipv4Address(uint Value) : IComparable<Ipv4Address>
{
    /// <summary>Reads an address. Leading zeros are refused: some programs read <c>010</c> as 8.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Ipv4Address address)
    {
        address = default;
        uint value = 0;
        for (var octet = 0; octet < 4; octet++)
        {
            var length = octet < 3 ? text.IndexOf('.') : text.Length;
            if (length is < 1 or > 3 || (length > 1 && text[0] == '0'))
            {
                return false;
            }

            if (
                !uint.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number > 255
            )
            {
                return false;
            }

            value = (value << 8) | number;
            text = octet < 3 ? text[(length + 1)..] : default;
        }

        address = new Ipv4Address(value);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(Ipv4Address other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public override string ToString() => $"{Value >> 24}.{(Value >> 16) & 255}.{(Value >> 8) & 255}.{Value & 255}";

    /// <summary>Whether one address comes before another.</summary>
    public static bool operator <(Ipv4Address left, Ipv4Address right) => left.Value < right.Value;

    /// <summary>Whether one address comes after another.</summary>
    public static bool operator >(Ipv4Address left, Ipv4Address right) => left.Value > right.Value;

    /// <summary>Whether one address does not come after another.</summary>
    public static bool operator <=(Ipv4Address left, Ipv4Address right) => left.Value <= right.Value;

    /// <summary>Whether one address does not come before another.</summary>
    public static bool operator >=(Ipv4Address left, Ipv4Address right) => left.Value >= right.Value;
}
