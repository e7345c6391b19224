using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The API server.</summary>
internal static class ApiServer
{
    private static readonly StructType Plugin = new([
        Field.Required("name", Str),
        Field.Required("configuration", Free),
    ]);

    private static readonly StructType Authorizer = new([
        Field.Required("type", Str),
        Field.Required("name", Str),
        Field.Optional("webhook", Free),
    ]);

    private static readonly ListType Plugins = new(Plugin)
    {
        IsSame = static (a, b) => a.Text("name") == b.Text("name"),
    };

    public static StructType Type { get; } =
        new([
            Field.Optional("image", Str),
            Field.Optional("extraArgs", Args),
            Field.Optional("extraVolumes", ListOf(VolumeMount.Type)),
            Field.Optional("env", TextMap),
            Field.Optional("certSANs", Texts),
            Field.Nullable("disablePodSecurityPolicy", Bool),
            Field.Optional("admissionControl", Plugins),
            Field.Optional("auditPolicy", Free).Replaced(),
            Field.Nullable("resources", Resources.Type),
            Field.Optional("authorizationConfig", ListOf(Authorizer)),
        ]);
}
