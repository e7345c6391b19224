using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Which images may run, by signature.</summary>
internal static class ImageVerificationConfig
{
    private static readonly StructType Keyless = new([
        Field.Optional("issuer", Str),
        Field.Optional("subject", Str),
        Field.Optional("subjectRegex", Str),
    ]);

    private static readonly StructType PublicKey = new([Field.Optional("certificate", Str)]);

    private static readonly StructType Rule = new([
        Field.Optional("image", Str),
        Field.Nullable("skip", Bool),
        Field.Nullable("deny", Bool),
        Field.Nullable("keyless", Keyless),
        Field.Nullable("publicKey", PublicKey),
    ]);

    private static readonly ListType Rules = new(Rule)
    {
        IsSame = static (a, b) => a.Text("image") == b.Text("image"),
        ReplacesItems = true,
    };

    public static DocumentKind Kind { get; } = new("ImageVerificationConfig", [Field.Optional("rules", Rules)]);
}
