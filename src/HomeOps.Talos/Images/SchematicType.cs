using HomeOps.Talos.Model;
using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Images;

/// <summary>What an image is made of (siderolabs/image-factory, schematic.go).</summary>
internal static class SchematicType
{
    private static readonly StructType Overlay = new([
        Field.Optional("image", Str),
        Field.Optional("name", Str),
        Field.Optional("options", Free),
    ]);

    private static readonly StructType Meta = new([Field.Required("key", U8), Field.Required("value", Str)]);

    private static readonly StructType Extensions = new([Field.Optional("officialExtensions", Texts)]);

    private static readonly StructType SecureBoot = new([
        Field.Optional("enrollKeys", Str),
        Field.Optional("includeWellKnownCertificates", Bool),
    ]);

    private static readonly StructType DiskImage = new([Field.Optional("sectorSize", Unsigned)]);

    private static readonly StructType Customization = new([
        Field.Optional("embeddedMachineConfiguration", Str),
        Field.Optional("extraKernelArgs", Texts),
        Field.Optional("meta", ListOf(Meta)),
        Field.Optional("systemExtensions", Extensions),
        Field.Optional("bootloader", Str),
        Field.Optional("secureboot", SecureBoot),
        Field.Optional("diskImage", DiskImage),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Optional("owner", Str),
            Field.Optional("overlay", Overlay),
            Field.Required("customization", Customization),
        ]);
}
