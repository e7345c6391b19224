using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>What is installed, and onto which disk.</summary>
internal static class UnattendedInstallConfig
{
    private static readonly StructType Installer = new([Field.Optional("image", Str)]);

    private static readonly StructType Selector = new([Field.Optional("match", Str)]);

    private static readonly StructType Provisioning = new([
        Field.Optional("diskSelector", Selector),
        Field.Nullable("wipe", Bool),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "UnattendedInstallConfig",
            [
                Field.Nullable("reboot", Bool),
                Field.Required("installer", Installer),
                Field.Required("provisioning", Provisioning),
            ]
        )
        {
            Since = 14,
        };
}
