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
    /// <summary>
    /// The text. The certificate of the existing file is kept when the cluster's authority signed it and it counts for another 30 days,
    /// so that nothing changes from run to run; one that counts longer than a short lifetime that is asked for is not.
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
            Kept(context, existing, secrets.Os, lifetime, now)
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

    /// <summary>The authority and the client's certificate of the current context; null when the text holds no such thing.</summary>
    public static (string Authority, PemKeyPair Client)? Read(SourceText source)
    {
        if (Entry(source, context: null) is not { } entry)
        {
            return null;
        }

        var client = PemKeyPair.FromBase64(entry.Text("crt"), entry.Text("key"));
        var authority = PemKeyPair.FromBase64(entry.Text("ca"), "").Certificate;
        return client.Key.Length == 0 || client.Certificate.Length == 0 || authority.Length == 0
            ? null
            : (authority, client);
    }

    private static PemKeyPair? Kept(
        string context,
        SourceText? existing,
        PemKeyPair authority,
        TimeSpan lifetime,
        DateTimeOffset now
    )
    {
        if (existing is null || Entry(existing, context) is not { } entry)
        {
            return null;
        }

        var pair = PemKeyPair.FromBase64(entry.Text("crt"), entry.Text("key"));
        return ClientCertificate.IsKept(pair, authority, lifetime, now) ? pair : null;
    }

    // The current context when none is named.
    private static ConfigStruct? Entry(SourceText source, string? context)
    {
        if (YamlReader.Read(source).Documents is not [{ Root: YamlMapping root }])
        {
            return null;
        }

        var read = TalosconfigType.Type.Read(root, new ReadContext(source, new DiagnosticBag())) as ConfigStruct;
        return read?.Map("contexts").GetValueOrDefault(context ?? read.Text("context")) as ConfigStruct;
    }
}
