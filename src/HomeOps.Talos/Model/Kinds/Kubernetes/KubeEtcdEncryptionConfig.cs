using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How secrets are encrypted in etcd.</summary>
internal static class KubeEtcdEncryptionConfig
{
    public static DocumentKind Kind { get; } =
        new("KubeEtcdEncryptionConfig", [Field.Required("config", Free)]) { Since = 14 };
}
