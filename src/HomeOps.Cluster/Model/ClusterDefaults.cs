namespace HomeOps.Cluster;

/// <summary>What a key means when it is absent.</summary>
internal static class ClusterDefaults
{
    public const string ClusterName = "kubernetes";
    public const string RepositoryBranch = "main";
    public const string OidcUsernameClaim = "sub";
    public const string OidcGroupsClaim = "groups";
    public const string OidcGroupsPrefix = "oidc:";
    public const int Mtu = 1500;

    /// <summary>10.42.0.0/16.</summary>
    public static Ipv4Cidr PodCidr { get; } = Ipv4Cidr.Of(0x0A_2A_00_00, 16);

    /// <summary>10.43.0.0/16.</summary>
    public static Ipv4Cidr SvcCidr { get; } = Ipv4Cidr.Of(0x0A_2B_00_00, 16);

    /// <summary>1.1.1.1 and 1.0.0.1, Cloudflare's resolvers.</summary>
    public static IReadOnlyList<Ipv4Address> DnsServers { get; } = [new(0x01_01_01_01), new(0x01_00_00_01)];

    /// <summary>162.159.200.1 and 162.159.200.123, Cloudflare's time servers.</summary>
    public static IReadOnlyList<Ipv4Address> NtpServers { get; } = [new(0xA2_9F_C8_01), new(0xA2_9F_C8_7B)];
}
