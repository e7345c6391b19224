using System.Net;
using System.Net.Sockets;
using System.Numerics;
using HomeOps.Files;
using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja;

/// <summary>The filters of the home-ops plugin.</summary>
internal static class NetworkFilters
{
    private static readonly Signature NthHostArguments = new("nthhost", ["query"], [], hidden: 1);
    private static readonly Signature BaseNameArguments = new("basename", [], [], hidden: 1);

    /// <summary><c>'x/a.yaml.j2'|basename</c> is <c>a.yaml</c>: the last part of a path without its last suffix.</summary>
    public static Value BaseName(EvaluationContext context, Value value, CallArguments arguments)
    {
        BaseNameArguments.Bind(arguments);
        return value.AsText is { } path
            ? FileSuffix.Strip(TreePath.Name(path.TrimEnd('/')))
            : throw new JinjaException(JinjaErrorKind.Type, $"basename: {PyText.Repr(value)} is not a text");
    }

    /// <summary>
    /// <c>'10.0.0.0/24'|nthhost(1)</c> is <c>10.0.0.1</c>: the n-th address counted from the network's own. False when the network has
    /// not so many, or the value is no network.
    /// </summary>
    public static Value NthHost(EvaluationContext context, Value value, CallArguments arguments)
    {
        var number = NthHostArguments.Bind(arguments)[0];
        return number.IsInteger && value.AsText is { } text && NthHost(text, number.AsBigInteger) is { } host
            ? host
            : false;
    }

    /// <summary>The n-th address of a network, null when there is none. Host bits of the network are ignored.</summary>
    public static string? NthHost(string network, BigInteger number)
    {
        var slash = network.IndexOf('/', StringComparison.Ordinal);
        if (!TryParseAddress(slash < 0 ? network : network[..slash], out var address))
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        var prefix = slash < 0 ? bytes.Length * 8 : PrefixLength(network[(slash + 1)..], bytes.Length * 8);
        if (prefix < 0)
        {
            return null;
        }

        var size = BigInteger.One << ((bytes.Length * 8) - prefix);
        if (number.Sign < 0 || number >= size)
        {
            return null;
        }

        var first = new BigInteger(bytes, isUnsigned: true, isBigEndian: true) & ~(size - 1);
        var host = (first + number).ToByteArray(isUnsigned: true, isBigEndian: true);
        var padded = new byte[bytes.Length];
        host.CopyTo(padded, padded.Length - host.Length);
        return new IPAddress(padded).ToString();
    }

    // .NET takes '10.1' and '0x0a.0.0.1' for addresses, and zones of IPv6; Python's ipaddress does not.
    private static bool TryParseAddress(string text, out IPAddress address)
    {
        if (!IPAddress.TryParse(text, out var parsed) || text.Contains('%', StringComparison.Ordinal))
        {
            address = IPAddress.None;
            return false;
        }

        address = parsed;
        return parsed.AddressFamily == AddressFamily.InterNetworkV6 ? !text.StartsWith('[') : parsed.ToString() == text;
    }

    private static int PrefixLength(string text, int bits) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, null, out var length) && length <= bits
            ? length
            : -1;
}
