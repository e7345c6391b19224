using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A WireGuard link.</summary>
internal static class WireguardConfig
{
    private static readonly StructType Peer = new([
        Field.Optional("publicKey", Str),
        Field.Optional("presharedKey", Str),
        Field.Optional("endpoint", IpAndPort),
        Field.Optional("persistentKeepaliveInterval", Duration),
        Field.Optional("allowedIPs", ListOf(Prefix)),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "WireguardConfig",
            [
                Field.Required("name", Str),
                Field.Optional("privateKey", Str),
                Field.Optional("listenPort", Int),
                Field.Optional("firewallMark", Int),
                Field.Optional("peers", ListOf(Peer)),
                .. Link.Fields,
            ]
        );
}
