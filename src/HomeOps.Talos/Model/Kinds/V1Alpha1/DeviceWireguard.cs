using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A WireGuard link.</summary>
internal static class DeviceWireguard
{
    private static readonly StructType Peer = new([
        Field.Optional("publicKey", Str, "Public key of the peer, in base64"),
        Field.Optional("endpoint", Str, "Where the peer is reached, as host:port"),
        Field.Optional("persistentKeepaliveInterval", Duration, "How often the tunnel is kept open, e.g. 25s"),
        Field.Optional("allowedIPs", Texts, "Networks behind the peer"),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Optional("privateKey", Str, "Private key, in base64"),
            Field.Optional("listenPort", Int, "UDP port"),
            Field.Optional("firewallMark", Int, "Mark of outgoing packets"),
            Field.Optional("peers", ListOf(Peer), "The other ends"),
        ]);
}
