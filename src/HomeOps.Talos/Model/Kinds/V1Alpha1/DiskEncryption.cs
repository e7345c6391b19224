using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How a system disk is encrypted.</summary>
internal static class DiskEncryption
{
    private static readonly StructType Static = new([Field.Optional("passphrase", Str)]);

    private static readonly StructType NodeId = new([]);

    private static readonly StructType Kms = new([Field.Required("endpoint", Str)]);

    private static readonly StructType Tpm = new([Field.Nullable("checkSecurebootStatusOnEnroll", Bool)]);

    private static readonly StructType Key = new([
        Field.Nullable("static", Static),
        Field.Nullable("nodeID", NodeId),
        Field.Nullable("kms", Kms),
        Field.Required("slot", Int),
        Field.Nullable("tpm", Tpm),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Required("provider", Str),
            Field.Required("keys", ListOf(Key)),
            Field.Optional("cipher", Str),
            Field.Optional("keySize", Unsigned),
            Field.Optional("blockSize", Unsigned),
            Field.Optional("options", Texts),
        ]);
}
