using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How a volume is encrypted.</summary>
internal static class VolumeEncryption
{
    private static readonly StructType Static = new([Field.Optional("passphrase", Str, "The passphrase")]);

    private static readonly StructType NodeId = new([]);

    private static readonly StructType Kms = new([Field.Required("endpoint", Str, "Address of the key server")]);

    // No registers differs from the default ones, so an empty list is kept.
    private static readonly ConfigType Pcrs = ListOf(IntFrom(0, 23));

    private static readonly StructType TpmOptions = new([
        Field.Nullable("pcrs", Pcrs, "Registers of the TPM the key is bound to"),
    ]);

    private static readonly StructType Tpm = new([
        Field.Nullable("options", TpmOptions, "Settings of the TPM"),
        Field.Nullable("checkSecurebootStatusOnEnroll", Bool, "Only enroll when Secure Boot is on"),
    ]);

    private static readonly StructType Key = new([
        Field.Required("slot", Int, "Slot of the key; each once"),
        Field.Nullable("static", Static, "A fixed passphrase"),
        Field.Nullable("nodeID", NodeId, "A key derived from the id of the machine"),
        Field.Nullable("kms", Kms, "A key from a server on the network"),
        Field.Nullable("tpm", Tpm, "A key in the TPM"),
        Field.Nullable("lockToState", Bool, "Bind the key to the STATE volume"),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Required("provider", OneOf("none", "luks2"), "luks2").Needed(),
            Field.Required("keys", ListOf(Key), "The keys; any one opens the volume").Needed(),
            Field.Optional("cipher", Str, "Cipher"),
            Field.Optional("keySize", Unsigned, "Bits of the key"),
            Field.Optional("blockSize", Unsigned, "Bytes of a block"),
            Field.Optional("options", Texts, "Options of cryptsetup, e.g. no_read_workqueue"),
            Field.Nullable("allowDiscards", Bool, "Let the disk know which blocks are free"),
        ]);
}
