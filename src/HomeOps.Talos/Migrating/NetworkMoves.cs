using HomeOps.Talos.Model;
using HomeOps.Talos.Nodes;
using HomeOps.Text;
using HomeOps.Yaml;
using static HomeOps.Talos.Migrating.MovedKey;

namespace HomeOps.Talos.Migrating;

/// <summary>Where the keys of <c>machine.network</c> are; these documents are there from Talos 1.12 on.</summary>
internal static class NetworkMoves
{
    private static readonly StructType Nameserver = (StructType)
        ((ListType)ResolverConfig.Kind.Fields[ResolverConfig.Kind.Require("nameservers")].Type).Element;

    public static IEnumerable<MovedKey> All { get; } =
    [
        new(
            "machine.network.hostname",
            HostnameConfig.Kind.Name,
            "hostname",
            static value => [PatchNode.Of(HostnameConfig.Kind, ("auto", new ConfigScalar("off")), ("hostname", value))]
        ),
        new("machine.network.interfaces", LinkConfig.Kind.Name, "", Interfaces),
        new(
            "machine.network.nameservers",
            ResolverConfig.Kind.Name,
            "nameservers",
            static value =>
                [
                    PatchNode.Of(
                        ResolverConfig.Kind,
                        (
                            "nameservers",
                            new ConfigList([
                                .. ((value as ConfigList)?.Items ?? []).Select(static address =>
                                    Nameserver.New().Put("address", address)
                                ),
                            ])
                        )
                    ),
                ]
        ),
        To(ResolverConfig.Kind, "machine.network.searchDomains", "searchDomains.domains"),
        To(ResolverConfig.Kind, "machine.network.disableSearchDomain", "searchDomains.disableDefault"),
        Each(
            StaticHostConfig.Kind,
            "machine.network.extraHostEntries",
            "hostnames",
            static host => [("name", host["ip"]), ("hostnames", host["aliases"])]
        ),
        .. Alike(
            KubeSpanConfig.Kind,
            "machine.network.kubespan",
            KubeSpanConfig.Kind.Fields.Select(static f => f.Name)
        ),
    ];

    // The same documents that 'networkInterfaces' of talconfig.yaml becomes.
    private static IEnumerable<YamlMapping> Interfaces(ConfigValue value)
    {
        var devices = ((value as ConfigList)?.Items ?? []).OfType<ConfigStruct>().ToList();
        return new DeviceDocuments(devices, "", new DiagnosticBag())
            .Make()
            .Select(static d =>
                PatchNode.Of(d.KindType, [.. d.KindType.Fields.Select(f => (f.Name, d.Value[f.Name]))])
            );
    }
}
