using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja;

/// <summary>
/// What the cluster-template plugin fills in where cluster.toml says nothing, and what it derives (templates.md 5.2). What it refuses is not
/// refused here.
/// </summary>
internal static class ClusterTemplateDefaults
{
    // CoreDNS has the tenth address of the Services' network.
    private const int CoreDnsHost = 10;

    /// <summary>Completes data that look like cluster-template's own (they have <c>network.node_cidr</c>); others are left alone.</summary>
    public static PyDict AddTo(PyDict data)
    {
        if (
            !data.TryGet("network", out var found)
            || found.As<PyDict>() is not { } network
            || !network.TryGet("node_cidr", out var nodeCidr)
        )
        {
            return data;
        }

        SetDefault(network, "dns_servers", Texts("1.1.1.1", "1.0.0.1"));
        SetDefault(network, "ntp_servers", Texts("162.159.200.1", "162.159.200.123"));
        SetDefault(network, "default_gateway", Host(nodeCidr, 1));
        SetDefault(network, "vlan_tag", Value.None);

        var kubernetes = Table(data, "kubernetes");
        SetDefault(kubernetes, "pod_cidr", "10.42.0.0/16");
        var services = SetDefault(kubernetes, "svc_cidr", "10.43.0.0/16");
        SetDefault(kubernetes, "coredns_addr", Host(services, CoreDnsHost));
        var api = Table(kubernetes, "api");
        SetDefault(api, "tls_sans", Value.None);
        SetDefault(Table(data, "gateways"), "external", Value.None);

        var repository = Table(data, "repository");
        SetDefault(repository, "branch", "main");
        SetDefault(repository, "webhook_provider", "github");
        SetDefault(repository, "known_hosts", "");

        var dns = Table(data, "dns");
        var hasCloudflare = SetDefault(dns, "provider", "cloudflare").AsText == "cloudflare";
        SetDefault(dns, "token", "");
        SetDefault(Table(data, "ingress"), "mode", hasCloudflare ? "cloudflare-tunnel" : "none");

        var cilium = Table(data, "cilium");
        SetDefault(cilium, "loadbalancer_mode", "dsr");
        var bgp = Table(cilium, "bgp");
        var hasBgp = true;
        foreach (var name in (string[])["router_addr", "router_asn", "node_asn"])
        {
            hasBgp &= PyText.Str(SetDefault(bgp, name, "")).Length > 0;
        }

        var schematic = SetDefault(Table(data, "talos"), "schematic_id", Value.None);
        var nodes = CompleteNodes(data, schematic);
        SetDefault(Table(data, "spegel"), "enabled", nodes.Count > 1);

        data["cilium_bgp_enabled"] = hasBgp;
        data["controller_count"] = nodes.Count(static n =>
            n.TryGet("controller", out var isOne) && isOne.Kind == ValueKind.Bool && isOne.AsInt64 != 0
        );
        data["cluster_issuer"] = hasCloudflare ? "letsencrypt-production" : "internal-ca";
        data["cert_sans"] = CertificateNames(api);
        return data;
    }

    private static List<PyDict> CompleteNodes(PyDict data, Value schematic)
    {
        var nodes = new List<PyDict>();
        if (!data.TryGet("nodes", out var found) || found.As<PyList>() is not { } list)
        {
            return nodes;
        }

        foreach (var node in Items(list).Select(static i => i.As<PyDict>()).OfType<PyDict>())
        {
            SetDefault(node, "schematic_id", schematic);
            SetDefault(node, "mtu", 1500);
            SetDefault(node, "secureboot", false);
            SetDefault(node, "encrypt_disk", false);
            SetDefault(node, "kernel_modules", new PyList([]));
            nodes.Add(node);
        }

        return nodes;
    }

    private static PyList CertificateNames(PyDict api)
    {
        var names = new List<Value> { "127.0.0.1" };
        if (api.TryGet("addr", out var address))
        {
            names.Add(address);
        }

        if (api.TryGet("tls_sans", out var more) && more.As<PyList>() is { } list)
        {
            names.AddRange(Items(list));
        }

        return new PyList(names);
    }

    private static IEnumerable<Value> Items(PyList list) => Enumerable.Range(0, list.Count).Select(i => list[i]);

    // A table that is there in another form is the user's mistake, and stays; what would be put into it goes nowhere.
    private static PyDict Table(PyDict data, string name)
    {
        if (data.TryGet(name, out var found))
        {
            return found.As<PyDict>() ?? new PyDict(0);
        }

        var table = new PyDict(0);
        data[name] = table;
        return table;
    }

    private static Value SetDefault(PyDict table, string name, Value value)
    {
        if (table.TryGet(name, out var found))
        {
            return found;
        }

        table[name] = value;
        return value;
    }

    private static Value Host(Value network, int number) =>
        NetworkFilters.NthHost(PyText.Str(network), number) is { } host ? host : Value.None;

    private static PyList Texts(params string[] texts) => new(texts.Select(static t => (Value)t));
}
