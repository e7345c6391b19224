using HomeOps.Age;
using HomeOps.Talos.Model;
using HomeOps.Talos.Outputs;
using HomeOps.Talos.Secrets;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos;

/// <summary>talosconfig: how a client reaches the Talos API, and its certificate.</summary>
public static class Talosconfig
{
    private static readonly TimeSpan Renewal = TimeSpan.FromDays(30);

    /// <summary>
    /// The text. A certificate of the existing file is kept when the cluster's authority signed it and it counts for another 30 days,
    /// so that nothing changes from run to run.
    /// </summary>
    /// <param name="context">Name of the context: the cluster's.</param>
    /// <param name="endpoints">Addresses of the control plane.</param>
    /// <param name="nodes">Addresses of all nodes, or none.</param>
    /// <param name="secrets">The secrets of the cluster.</param>
    /// <param name="lifetime">How long a new certificate counts.</param>
    /// <param name="existing">The file as it is, or null.</param>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="clock">The time.</param>
    /// <returns>The text, or null when the authority of the secrets cannot be read.</returns>
    public static string? Make(
        string context,
        IReadOnlyList<string> endpoints,
        IReadOnlyList<string> nodes,
        SecretsBundle secrets,
        TimeSpan lifetime,
        SourceText? existing,
        RandomFill random,
        TimeProvider clock
    )
    {
        var now = clock.GetUtcNow();
        var certificate =
            Kept(context, existing, secrets.Os, now)
            ?? ClientCertificate.Issue(
                secrets.Os,
                "os:admin",
                "",
                lifetime,
                isEd25519: true,
                encipherment: false,
                random,
                now
            );
        if (certificate is null)
        {
            return null;
        }

        var entry = TalosconfigType
            .Context.New()
            .Set("endpoints", endpoints)
            .Set("nodes", nodes)
            .Set("ca", secrets.Os.CertificateBase64)
            .Set("crt", certificate.CertificateBase64)
            .Set("key", certificate.KeyBase64);
        var map = new ConfigMap();
        map.Entries[context] = entry;
        var file = TalosconfigType.Type.New().Set("context", context).Put("contexts", map);
        return YamlWriter.Write(
            [new YamlDocument(new SourceText("", ""), TalosconfigType.Type.Write(file))],
            YamlProfile.Talos
        );
    }

    private static PemKeyPair? Kept(string context, SourceText? existing, PemKeyPair authority, DateTimeOffset now)
    {
        if (existing is null || YamlReader.Read(existing).Documents is not [{ Root: YamlMapping root }])
        {
            return null;
        }

        var read = TalosconfigType.Type.Read(root, new ReadContext(existing, new DiagnosticBag())) as ConfigStruct;
        if (read?.Map("contexts").GetValueOrDefault(context) is not ConfigStruct entry)
        {
            return null;
        }

        var pair = PemKeyPair.FromBase64(entry.Text("crt"), entry.Text("key"));
        return pair.Key.Length > 0 && ClientCertificate.IsValid(pair.Certificate, authority, now, now + Renewal)
            ? pair
            : null;
    }
}
