using HomeOps.Talos.Model;
using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Secrets;

/// <summary>The keys of talsecret.yaml.</summary>
internal static class SecretsFileType
{
    private static readonly StructType Cluster = new([Field.Required("id", Str), Field.Required("secret", Str)]);

    private static readonly StructType Tokens = new([
        Field.Required("bootstraptoken", Str),
        Field.Optional("aescbcencryptionsecret", Str),
        Field.Optional("secretboxencryptionsecret", Str),
    ]);

    private static readonly StructType Trustd = new([Field.Required("token", Str)]);

    private static readonly StructType Key = new([Field.Required("key", Base64)]);

    private static readonly StructType Certificates = new([
        Field.Required("etcd", PemPair.Type),
        Field.Required("k8s", PemPair.Type),
        Field.Required("k8saggregator", PemPair.Type),
        Field.Required("k8sserviceaccount", Key),
        Field.Required("os", PemPair.Type),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Required("cluster", Cluster),
            Field.Required("secrets", Tokens),
            Field.Required("trustdinfo", Trustd),
            Field.Required("certs", Certificates),
        ]);
}
