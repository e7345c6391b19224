using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Settings of a service that an extension brings.</summary>
internal static class ExtensionServiceConfig
{
    private static readonly StructType File = new([Field.Required("content", Str), Field.Required("mountPath", Str)]);

    private static readonly ListType Files = new(File)
    {
        IsSame = static (a, b) => a.Text("mountPath") == b.Text("mountPath"),
    };

    public static DocumentKind Kind { get; } =
        new(
            "ExtensionServiceConfig",
            [Field.Required("name", Str), Field.Optional("configFiles", Files), Field.Optional("environment", Texts)]
        );
}
