using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The keys that tokens of service accounts are signed with.</summary>
internal static class KubeServiceAccountConfig
{
    private static readonly StructType Issuer = new([
        Field.Required("privateKey", Str),
        Field.Required("issuerURL", Url),
    ]);

    private static readonly StructType Accepted = new([
        Field.Optional("publicKeys", Texts),
        Field.Optional("issuers", ListOf(Url)),
        Field.Optional("audiences", Texts),
    ]);

    public static DocumentKind Kind { get; } =
        new("KubeServiceAccountConfig", [Field.Required("issuer", Issuer), Field.Optional("accepted", Accepted)])
        {
            Since = 14,
        };
}
