using System.Text;
using HomeOps.Talos.Model;
using HomeOps.Yaml;

namespace HomeOps.Talos.Migrating;

/// <summary>Where the keys of <c>machine.registries</c> are: a document for each host.</summary>
internal static class RegistryMoves
{
    private static readonly StructType Endpoint = (StructType)
        ((ListType)RegistryMirrorConfig.Kind.Fields[RegistryMirrorConfig.Kind.Require("endpoints")].Type).Element;

    public static IEnumerable<MovedKey> All { get; } =
    [
        new("machine.registries.mirrors", RegistryMirrorConfig.Kind.Name, "endpoints", Mirrors),
        new("machine.registries.config", RegistryAuthConfig.Kind.Name, "", Access),
    ];

    private static IEnumerable<YamlMapping> Mirrors(ConfigValue value) =>
        Hosts(value)
            .Select(static h =>
                PatchNode.Of(
                    RegistryMirrorConfig.Kind,
                    ("name", new ConfigScalar(h.Host)),
                    (
                        "endpoints",
                        new ConfigList([
                            .. h
                                .Settings.List("endpoints")
                                .Select(url =>
                                    Endpoint.New().Put("url", url).Put("overridePath", h.Settings["overridePath"])
                                ),
                        ])
                    ),
                    ("skipFallback", h.Settings["skipFallback"])
                )
            );

    private static IEnumerable<YamlMapping> Access(ConfigValue value)
    {
        foreach (var (host, settings) in Hosts(value))
        {
            var name = new ConfigScalar(host);
            if (settings.Struct("auth") is { } auth)
            {
                yield return PatchNode.Of(
                    RegistryAuthConfig.Kind,
                    [("name", name), .. auth.Type.Fields.Select(f => (f.Name, auth[f.Name]))]
                );
            }

            if (settings.Struct("tls") is { } tls)
            {
                var identity = tls.Struct("clientIdentity");
                yield return PatchNode.Of(
                    RegistryTLSConfig.Kind,
                    [
                        ("name", name),
                        .. identity is null
                            ? (IEnumerable<(string, ConfigValue?)>)[]
                            :
                            [
                                ("clientIdentity.cert", Pem(identity["crt"])),
                                ("clientIdentity.key", Pem(identity["key"])),
                            ],
                        ("ca", Pem(tls["ca"])),
                        ("insecureSkipVerify", tls["insecureSkipVerify"]),
                    ]
                );
            }
        }
    }

    /// <summary>What was base64 in the main document is plain PEM in the others.</summary>
    public static ConfigValue? Pem(ConfigValue? base64)
    {
        var text = (base64 as ConfigScalar)?.Text ?? "";
        var bytes = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, bytes, out var length)
            ? new ConfigScalar(Encoding.UTF8.GetString(bytes, 0, length))
            : base64;
    }

    private static IEnumerable<(string Host, ConfigStruct Settings)> Hosts(ConfigValue value) =>
        ((value as ConfigMap)?.Entries ?? [])
            .Where(static e => e.Value is ConfigStruct)
            .OrderBy(static e => e.Key, StringComparer.Ordinal)
            .Select(static e => (e.Key, (ConfigStruct)e.Value));
}
