using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How to log in to a registry.</summary>
internal static class RegistryAuthConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "RegistryAuthConfig",
            [
                Field.Required("name", Str),
                Field.Optional("username", Str),
                Field.Optional("password", Str),
                Field.Optional("auth", Str),
                Field.Optional("identityToken", Str),
            ]
        )
        {
            Since = 12,
        };
}
