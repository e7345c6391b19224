using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Nodes;

/// <summary>The documents that stand for a node's settings, in the order in which talhelper adds them.</summary>
internal static class NodeDocuments
{
    public static List<ConfigDocument> Of(ConfigStruct node, VersionContract contract, DiagnosticBag diagnostics)
    {
        var documents = new List<ConfigDocument>();
        if (contract.HasNetworkDocuments)
        {
            AddResolver(documents, node);
            AddHostname(documents, node);
        }

        AddFirewall(documents, node);
        AddAlike(documents, node, "extensionServices", ExtensionServiceConfig.Kind);
        AddAlike(documents, node, "volumes", VolumeConfig.Kind);
        AddAlike(documents, node, "userVolumes", UserVolumeConfig.Kind);
        if (contract.HasNetworkDocuments)
        {
            documents.AddRange(
                new DeviceDocuments(
                    [.. node.List("networkInterfaces").OfType<ConfigStruct>()],
                    node.Text("hostname"),
                    diagnostics
                ).Make()
            );
        }

        return documents;
    }

    private static void AddResolver(List<ConfigDocument> documents, ConfigStruct node)
    {
        var servers = node.List("nameservers");
        var disables = node.Bool("disableSearchDomain");
        if (servers.Count == 0 && disables is null)
        {
            return;
        }

        var resolver = SystemDocuments.Add(documents, ResolverConfig.Kind);
        resolver.Origin = node["nameservers"]?.Origin;
        if (servers.Count > 0)
        {
            var type = (StructType)((ListType)ResolverConfig.Kind.Fields[0].Type).Element;
            resolver.Put("nameservers", new ConfigList([.. servers.Select(s => type.New().Put("address", s))]));
        }

        if (disables is { } disabled)
        {
            resolver.Open("searchDomains").Set("disableDefault", disabled);
        }
    }

    private static void AddHostname(List<ConfigDocument> documents, ConfigStruct node)
    {
        var hostname = SystemDocuments.Add(documents, HostnameConfig.Kind);
        if (node.Bool("ignoreHostname") == true)
        {
            hostname.Set("auto", "stable");
        }
        else
        {
            hostname.Set("auto", "off").Put("hostname", node["hostname"]);
        }
    }

    private static void AddFirewall(List<ConfigDocument> documents, ConfigStruct node)
    {
        if (node.Struct("ingressFirewall") is not { } firewall)
        {
            return;
        }

        SystemDocuments.Add(documents, NetworkDefaultActionConfig.Kind).Put("ingress", firewall["defaultAction"]);
        foreach (var rule in firewall.List("rules").OfType<ConfigStruct>())
        {
            documents.Add(Alike(rule, NetworkRuleConfig.Kind));
        }
    }

    private static void AddAlike(List<ConfigDocument> documents, ConfigStruct node, string key, DocumentKind kind) =>
        documents.AddRange(node.List(key).OfType<ConfigStruct>().Select(v => Alike(v, kind)));

    // The keys in talconfig.yaml are those of the document.
    private static ConfigDocument Alike(ConfigStruct value, DocumentKind kind)
    {
        var document = new ConfigStruct(kind) { Origin = value.Origin };
        foreach (var field in value.Type.Fields)
        {
            document[field.Name] = value[field.Name]?.Clone();
        }

        return new ConfigDocument(kind, document);
    }
}
