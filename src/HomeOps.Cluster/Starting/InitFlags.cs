using System.Diagnostics.CodeAnalysis;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>Turns the values given to init into the placeholders of the samples, and refuses what configure would refuse.</summary>
internal static class InitFlags
{
    private static readonly Ipv4Cidr StandardNetwork = Ipv4Cidr.Of(0x0A_00_00_00, 16);

    /// <summary>The placeholders of cluster.yaml and nodes.yaml by name.</summary>
    public static IReadOnlyDictionary<string, string> Placeholders(InitRequest request, DiagnosticBag findings)
    {
        var network = StandardNetwork;
        if (
            request.NodeCidr is not null
            && Check<Ipv4Cidr>("node_cidr", request.NodeCidr, AddressFields.Cidr, findings, out var given)
        )
        {
            network = given;
        }

        var addresses = SampleAddresses(network);
        if (
            request.ApiAddress is not null
            && Check<Ipv4Address>("cluster_api_addr", request.ApiAddress, AddressFields.Ipv4, findings, out var api)
        )
        {
            addresses["api"] = api.ToString();
        }

        addresses["node_cidr"] = network.ToString();
        addresses["cluster_name"] = Line("cluster_name", request.ClusterName, NameFields.ClusterName, findings)
            is { } name
            ? $"cluster_name: {name}"
            : $"# cluster_name: {ClusterDefaults.ClusterName}";
        addresses["domain"] = Line("cloudflare_domain", request.Domain, NameFields.Fqdn, findings) ?? "\"\"";
        addresses["repository"] =
            Line("repository_name", request.Repository, InternetFields.Repository, findings) ?? "\"\" # owner/name";
        addresses["visibility"] = request.Private
            ? "repository_visibility: private"
            : "# repository_visibility: public";
        return addresses;
    }

    // The addresses of the example cluster, or, in another network, a few from its end and its beginning.
    private static Dictionary<string, string> SampleAddresses(Ipv4Cidr network)
    {
        var isStandard = network == StandardNetwork;
        string At(int standard, int fromEnd) =>
            isStandard
                ? new Ipv4Address(network.Network.Value + (uint)standard).ToString()
                : new Ipv4Address(network.Last.Value - (uint)fromEnd).ToString();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["api"] = At((50 << 8) + 50, 5),
            ["dns"] = At((50 << 8) + 100, 4),
            ["internal"] = At((50 << 8) + 101, 3),
            ["external"] = At((50 << 8) + 102, 2),
            ["node0"] = At((50 << 8) + 1, 7),
            ["node1"] = At((50 << 8) + 2, 6),
        };
    }

    private static string? Line(string key, string? value, FieldReader<string> reader, DiagnosticBag findings) =>
        value is not null && Check(key, value, reader, findings, out var text) ? $"\"{text}\"" : null;

    private static bool Check<T>(
        string key,
        string value,
        FieldReader<T> reader,
        DiagnosticBag findings,
        [NotNullWhen(true)] out T? read
    )
        where T : notnull =>
        reader(
            new FieldScalar(key, key, value, YamlValue.String(value), Place: null, IsSecret: false),
            findings,
            out read
        );
}
