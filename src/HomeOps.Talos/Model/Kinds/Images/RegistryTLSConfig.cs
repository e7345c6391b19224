using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Certificates for a registry.</summary>
internal static class RegistryTLSConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "RegistryTLSConfig",
            [
                Field.Required("name", Str),
                Field.Nullable("clientIdentity", CertificateAndKey.Type),
                Field.Optional("ca", Str),
                Field.Nullable("insecureSkipVerify", Bool),
            ]
        )
        {
            Since = 12,
        };
}
