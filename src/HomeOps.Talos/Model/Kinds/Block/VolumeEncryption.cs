using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How a volume is encrypted.</summary>
internal static class VolumeEncryption
{
    private static readonly StructType Static = new([Field.Optional("passphrase", Str)]);

    private static readonly StructType NodeId = new([]);

    private static readonly StructType Kms = new([Field.Required("endpoint", Str)]);

    // No registers differs from the default ones, so an empty list is kept.
    private static readonly ConfigType Pcrs = ListOf(IntFrom(0, 23));

    private static readonly StructType TpmOptions = new([Field.Nullable("pcrs", Pcrs)]);

    private static readonly StructType Tpm = new([
        Field.Nullable("options", TpmOptions),
        Field.Nullable("checkSecurebootStatusOnEnroll", Bool),
    ]);

    private static readonly StructType Key = new([
        Field.Required("slot", Int),
        Field.Nullable("static", Static),
        Field.Nullable("nodeID", NodeId),
        Field.Nullable("kms", Kms),
        Field.Nullable("tpm", Tpm),
        Field.Nullable("lockToState", Bool),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Required("provider", OneOf("none", "luks2")),
            Field.Required("keys", ListOf(Key)),
            Field.Optional("cipher", Str),
            Field.Optional("keySize", Unsigned),
            Field.Optional("blockSize", Unsigned),
            Field.Optional("options", Texts),
            Field.Nullable("allowDiscards", Bool),
        ]);
}
