using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;
using HomeOps.Talos.Nodes;
using HomeOps.Text;
using static HomeOps.Talos.Migrating.MovedKey;

namespace HomeOps.Talos.Migrating;

/// <summary>Where the keys of <c>machine.install</c> are.</summary>
internal static class InstallationMoves
{
    private const string Match = "provisioning.diskSelector.match";
    private const string Schematic = "build them into the image: 'schematic' in talconfig.yaml";

    public static IEnumerable<MovedKey> All { get; } =
    [
        Disk("disk", static v => $"disk.dev_path == {SystemDocuments.Quote(((ConfigScalar)v).Text)}"),
        Disk("diskSelector", static v => v is ConfigStruct s ? DiskExpression.Of(s, new DiagnosticBag()) : ""),
        To(UnattendedInstallConfig.Kind, "machine.install.image", "installer.image"),
        To(UnattendedInstallConfig.Kind, "machine.install.wipe", "provisioning.wipe"),
        Gone("machine.install.extraKernelArgs", Schematic),
        Gone("machine.install.extensions", Schematic),
        Gone("machine.install.bootloader", "remove it; it never did anything"),
        Gone("machine.install.legacyBIOSSupport", "remove it; images are made for one way to boot"),
        Gone("machine.install.grubUseUKICmdline", "remove it; the image's own arguments are always used"),
    ];

    private static MovedKey Disk(string key, Func<ConfigValue, string> expression) =>
        new(
            "machine.install." + key,
            UnattendedInstallConfig.Kind.Name,
            Match,
            value => [PatchNode.Of(UnattendedInstallConfig.Kind, (Match, new ConfigScalar(expression(value))))]
        );
}
