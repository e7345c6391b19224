using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Settings of a service that an extension brings.</summary>
internal static class ExtensionServiceConfig
{
    private static readonly StructType File = new([
        Field.Required("content", Str, "What is in the file").Needed(),
        Field.Required("mountPath", Str, "Where the service sees it").Needed(),
    ]);

    private static readonly ListType Files = new(File)
    {
        IsSame = static (a, b) => a.Text("mountPath") == b.Text("mountPath"),
    };

    public static DocumentKind Kind { get; } =
        new(
            "ExtensionServiceConfig",
            [
                Field.Required("name", Str, "Name of the service, without the ext- in front").Needed(),
                Field.Optional("configFiles", Files, "Files given to the service"),
                Field.Optional("environment", Texts, "Variables, each as NAME=value"),
            ]
        );
}
