using HomeOps.Talos.Model;
using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Images;

/// <summary>What an image is made of (siderolabs/image-factory, schematic.go).</summary>
internal static class SchematicType
{
    private static readonly StructType Overlay = new([
        Field.Optional("image", Str, "Image of the overlay, e.g. siderolabs/sbc-raspberrypi"),
        Field.Optional("name", Str, "Name of the overlay, e.g. rpi_generic"),
        Field.Optional("options", Free, "Options of the overlay"),
    ]);

    private static readonly StructType Meta = new([
        Field.Required("key", U8, "Key of META, 0 to 255").Needed(),
        Field.Required("value", Str, "Its value").Needed(),
    ]);

    private static readonly StructType Extensions = new([
        Field.Optional("officialExtensions", Texts, "Names, e.g. siderolabs/zfs; their order is part of the id"),
    ]);

    private static readonly StructType SecureBoot = new([
        Field.Optional("enrollKeys", Str, "When keys are enrolled"),
        Field.Optional("includeWellKnownCertificates", Bool, "Enroll the well-known certificates too"),
    ]);

    private static readonly StructType DiskImage = new([
        Field.Optional("sectorSize", Unsigned, "Bytes of a sector of disk images"),
    ]);

    private static readonly StructType Customization = new([
        Field.Optional("embeddedMachineConfiguration", Str, "A machine config inside the image"),
        Field.Optional("extraKernelArgs", Texts, "Arguments of the kernel, each may begin with - to remove one"),
        Field.Optional("meta", ListOf(Meta), "Values of META"),
        Field.Optional("systemExtensions", Extensions, "Extensions"),
        Field.Optional("bootloader", Str, "The boot loader"),
        Field.Optional("secureboot", SecureBoot, "Secure Boot"),
        Field.Optional("diskImage", DiskImage, "Disk images"),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Optional("owner", Str, "Owner at an enterprise factory"),
            Field.Optional("overlay", Overlay, "The board, when it needs one"),
            Field.Required("customization", Customization, "What is added to Talos"),
        ]);
}
