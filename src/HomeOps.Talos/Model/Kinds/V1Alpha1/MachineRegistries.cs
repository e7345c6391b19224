using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Mirrors and logins of image registries.</summary>
internal static class MachineRegistries
{
    private static readonly StructType Mirror = new([
        Field.Required("endpoints", Texts),
        Field.Nullable("overridePath", Bool),
        Field.Nullable("skipFallback", Bool),
    ]);

    private static readonly StructType Auth = new([
        Field.Optional("username", Str),
        Field.Optional("password", Str),
        Field.Optional("auth", Str),
        Field.Optional("identityToken", Str),
    ]);

    private static readonly StructType Tls = new([
        Field.Nullable("clientIdentity", PemPair.Type),
        Field.Optional("ca", Base64),
        Field.Nullable("insecureSkipVerify", Bool),
    ]);

    private static readonly StructType Registry = new([Field.Nullable("tls", Tls), Field.Nullable("auth", Auth)]);

    public static StructType Type { get; } =
        new([Field.Optional("mirrors", MapOf(Mirror)), Field.Optional("config", MapOf(Registry))]);
}
