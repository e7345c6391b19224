using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A WireGuard link.</summary>
internal static class DeviceWireguard
{
    private static readonly StructType Peer = new([
        Field.Optional("publicKey", Str),
        Field.Optional("endpoint", Str),
        Field.Optional("persistentKeepaliveInterval", Duration),
        Field.Optional("allowedIPs", Texts),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Optional("privateKey", Str),
            Field.Optional("listenPort", Int),
            Field.Optional("firewallMark", Int),
            Field.Optional("peers", ListOf(Peer)),
        ]);
}
