using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>One authorizer of the API server.</summary>
internal static class KubeAuthorizerConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeAuthorizerConfig",
            [Field.Required("name", Str), Field.Required("type", Str), Field.Optional("webhook", Free)]
        )
        {
            Since = 14,
        };
}
