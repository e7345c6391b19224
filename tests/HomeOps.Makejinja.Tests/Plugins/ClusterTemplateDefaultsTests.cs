namespace HomeOps.Makejinja.Tests;

public sealed class ClusterTemplateDefaultsTests
{
    private const string Least = """
        [network]
        node_cidr = "10.0.0.0/24"
        [kubernetes.api]
        addr = "10.0.0.9"
        [[nodes]]
        name = "a"
        controller = true
        [[nodes]]
        name = "b"
        controller = false
        mtu = 9000

        """;

    [Theory]
    [InlineData("network.dns_servers|join(' ')", "1.1.1.1 1.0.0.1")]
    [InlineData("network.ntp_servers|join(' ')", "162.159.200.1 162.159.200.123")]
    [InlineData("network.default_gateway", "10.0.0.1")]
    [InlineData("network.vlan_tag", "None")]
    [InlineData("kubernetes.pod_cidr", "10.42.0.0/16")]
    [InlineData("kubernetes.coredns_addr", "10.43.0.10")]
    [InlineData("gateways.external", "None")]
    [InlineData("repository.branch ~ ' ' ~ repository.webhook_provider", "main github")]
    [InlineData("repository.known_hosts[:10]", "github.com")]
    [InlineData("dns.provider ~ ' ' ~ ingress.mode", "cloudflare cloudflare-tunnel")]
    [InlineData("cilium.loadbalancer_mode ~ ' ' ~ cilium_bgp_enabled", "dsr False")]
    [InlineData("talos.schematic_id", "None")]
    [InlineData("nodes|map(attribute='mtu')|join(' ')", "1500 9000")]
    [InlineData("nodes[0].secureboot ~ ' ' ~ nodes[0].kernel_modules", "False []")]
    [InlineData("spegel.enabled ~ ' ' ~ controller_count", "True 1")]
    [InlineData("cluster_issuer", "letsencrypt-production")]
    [InlineData("cert_sans|join(' ')", "127.0.0.1 10.0.0.9")]
    public void What_is_left_out_is_filled_in(string expression, string text) =>
        Assert.Equal(text, Project(Least).Text($"{{{{ {expression} }}}}"));

    [Fact]
    public void What_is_given_stays_and_decides_what_is_derived()
    {
        const string Given = """
            [network]
            node_cidr = "10.0.0.0/24"
            default_gateway = "10.0.0.254"
            [kubernetes]
            svc_cidr = "10.96.0.0/12"
            api.tls_sans = ["api.example.com"]
            [dns]
            provider = "none"
            [cilium.bgp]
            router_addr = "10.0.0.254"
            router_asn = "64513"
            node_asn = "64514"

            """;

        Assert.Equal(
            "10.0.0.254 10.96.0.10 none internal-ca True False ['127.0.0.1', 'api.example.com']",
            Project(Given)
                .Text(
                    "{{ network.default_gateway }} {{ kubernetes.coredns_addr }} {{ ingress.mode }} {{ cluster_issuer }} "
                        + "{{ cilium_bgp_enabled }} {{ spegel.enabled }} {{ cert_sans }}"
                )
        );
    }

    [Theory]
    [InlineData("network = 1\n")]
    [InlineData("[network]\nnode_cidr = 'none'\n[[nodes]]\nname = 'a'\n")]
    [InlineData("nodes = ['a']\ndns = 'none'\nkubernetes = []\n[network]\nnode_cidr = 5\n")]
    public void Data_of_another_form_are_no_crash(string data) => Assert.Equal("x", Project(data).Text("x"));

    private static Project Project(string data) =>
        Makejinja.Tests.Project.With(
            "inputs = ['in']\ndata = ['cluster.toml']\nloaders = ['plugin:Plugin']\n",
            ("cluster.toml", data)
        );
}
