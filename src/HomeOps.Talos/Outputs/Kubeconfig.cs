using HomeOps.Age;
using HomeOps.Talos.Secrets;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos;

/// <summary>The administrator's kubeconfig, made from the secrets without asking the cluster.</summary>
public static class Kubeconfig
{
    // Clocks of nodes may be a little behind.
    private static readonly TimeSpan Backdating = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The text; null when the authority of the secrets cannot be read. The certificate of the existing file is kept by the rules of
    /// <see cref="Talosconfig"/>.
    /// </summary>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="endpoint">Address of the Kubernetes API.</param>
    /// <param name="secrets">The secrets of the cluster.</param>
    /// <param name="lifetime">How long the certificate counts.</param>
    /// <param name="existing">The file as it is, or null.</param>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="clock">The time.</param>
    public static string? Make(
        string cluster,
        string endpoint,
        SecretsBundle secrets,
        TimeSpan lifetime,
        SourceText? existing,
        RandomFill random,
        TimeProvider clock
    )
    {
        var user = $"admin@{cluster}";
        var now = clock.GetUtcNow();
        var certificate =
            Kept(user, existing, secrets.Kubernetes, lifetime, now)
            ?? ClientCertificate.Issue(
                secrets.Kubernetes,
                "system:masters",
                "admin",
                lifetime,
                isEd25519: false,
                encipherment: true,
                random,
                now - Backdating
            );
        if (certificate is null)
        {
            return null;
        }

        var root = Map(
            ("apiVersion", Word("v1")),
            ("kind", Word("Config")),
            (
                "clusters",
                List(
                    Map(
                        ("name", Word(cluster)),
                        (
                            "cluster",
                            Map(
                                ("server", Word(endpoint)),
                                ("certificate-authority-data", Word(secrets.Kubernetes.CertificateBase64))
                            )
                        )
                    )
                )
            ),
            (
                "users",
                List(
                    Map(
                        ("name", Word(user)),
                        (
                            "user",
                            Map(
                                ("client-certificate-data", Word(certificate.CertificateBase64)),
                                ("client-key-data", Word(certificate.KeyBase64))
                            )
                        )
                    )
                )
            ),
            (
                "contexts",
                List(
                    Map(
                        (
                            "context",
                            Map(("cluster", Word(cluster)), ("namespace", Word("default")), ("user", Word(user)))
                        ),
                        ("name", Word(user))
                    )
                )
            ),
            ("current-context", Word(user))
        );
        return YamlWriter.Write([new YamlDocument(new SourceText("", ""), root)], YamlProfile.Talos);
    }

    private static PemKeyPair? Kept(
        string user,
        SourceText? existing,
        PemKeyPair authority,
        TimeSpan lifetime,
        DateTimeOffset now
    )
    {
        if (
            existing is null
            || YamlReader.Read(existing).Documents is not [{ Root: YamlMapping root }]
            || root["users"] is not YamlSequence users
        )
        {
            return null;
        }

        var entry = users.Items.OfType<YamlMapping>().FirstOrDefault(u => Text(u, "name") == user)?["user"];
        var pair = PemKeyPair.FromBase64(Text(entry, "client-certificate-data"), Text(entry, "client-key-data"));
        return ClientCertificate.IsKept(pair, authority, lifetime, now) ? pair : null;
    }

    private static string Text(YamlNode? map, string key) => ((map as YamlMapping)?[key] as YamlScalar)?.Value ?? "";

    private static YamlMapping Map(params ReadOnlySpan<(string Key, YamlNode Value)> entries)
    {
        var list = new List<YamlEntry>(entries.Length);
        foreach (var (key, value) in entries)
        {
            list.Add(new YamlEntry(new YamlScalar(key), value));
        }

        return new YamlMapping(list);
    }

    private static YamlSequence List(YamlNode item) => new([item]);

    private static YamlScalar Word(string text) => YamlScalars.String(text);
}
