using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja;

/// <summary>What the home-ops plugin fills in where cluster.yaml and nodes.yaml say nothing.</summary>
internal static class HomeOpsDefaults
{
    /// <summary>Completes data that look like home-ops' own (they have <c>node_cidr</c>); others are left alone.</summary>
    public static PyDict AddTo(PyDict data)
    {
        if (!data.TryGet("node_cidr", out var network))
        {
            return data;
        }

        SetDefault(
            data,
            "node_default_gateway",
            NetworkFilters.NthHost(PyText.Str(network), 1) is { } host ? host : false
        );
        SetDefault(data, "node_dns_servers", Texts("1.1.1.1", "1.0.0.1"));
        SetDefault(data, "node_ntp_servers", Texts("162.159.200.1", "162.159.200.123"));
        SetDefault(data, "cluster_pod_cidr", "10.42.0.0/16");
        SetDefault(data, "cluster_svc_cidr", "10.43.0.0/16");
        SetDefault(data, "repository_branch", "main");
        SetDefault(data, "repository_visibility", "public");
        SetDefault(data, "cilium_loadbalancer_mode", "dsr");
        SetDefault(data, "cilium_bgp_enabled", HasBgp(data));
        SetDefault(data, "spegel_enabled", data.TryGet("nodes", out var nodes) && Length(nodes) > 1);
        return data;
    }

    private static void SetDefault(PyDict data, string name, Value value)
    {
        if (!data.TryGet(name, out _))
        {
            data[name] = value;
        }
    }

    private static bool HasBgp(PyDict data) =>
        IsTrue(data, "cilium_bgp_router_addr")
        && IsTrue(data, "cilium_bgp_router_asn")
        && IsTrue(data, "cilium_bgp_node_asn");

    private static bool IsTrue(PyDict data, string name) =>
        data.TryGet(name, out var value)
        && value.Kind switch
        {
            ValueKind.None => false,
            ValueKind.Bool or ValueKind.Int => value.AsInt64 != 0,
            ValueKind.Float => value.AsDouble != 0,
            ValueKind.String => value.AsText is { Length: > 0 },
            _ => value.AsObject is { IsTrue: true },
        };

    private static long Length(Value value) =>
        value.AsObject is { } sequence && sequence.TryGetLength(out var length) ? length : 0;

    private static PyList Texts(params string[] texts) => new(texts.Select(static t => (Value)t));
}
