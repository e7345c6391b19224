using HomeOps.Text;

namespace HomeOps.Talos.Tests.Patching;

/// <summary>The rules of Talos' merge.go and of the types that merge in their own way.</summary>
public sealed class StrategicPatchTests
{
    private const string Sysctl = "apiVersion: v1alpha1\nkind: SysctlConfig\n";
    private const string Link = "apiVersion: v1alpha1\nkind: LinkConfig\nname: eth0\n";
    private const string Server = "apiVersion: v1alpha1\nkind: KubeAPIServerConfig\n";
    private const string Policy = "apiVersion: v1alpha1\nkind: KubeEtcdEncryptionConfig\n";

    [Theory]
    [InlineData(Link + "mtu: 1500\n", Link + "mtu: 9000", Link + "mtu: 9000\n")]
    [InlineData(Link + "mtu: 1500\n", Link + "mtu: 0", Link + "mtu: 1500\n")]
    [InlineData(Link + "up: true\n", Link + "up: false", Link + "up: false\n")]
    [InlineData(Link + "up: true\n", Link + "up: null", Link + "up: true\n")]
    [InlineData(Sysctl + "params:\n    a: x\n", Sysctl + "params:\n  a: \"\"", Sysctl + "params:\n    a: x\n")]
    [InlineData(
        Sysctl + "params:\n    a: x\n",
        Sysctl + "params:\n  a: y\n  b: z",
        Sysctl + "params:\n    a: \"y\"\n    b: z\n"
    )]
    [InlineData(
        Sysctl + "params:\n    a: x\n",
        Sysctl + "params:\n  b: \"\"",
        Sysctl + "params:\n    a: x\n    b: \"\"\n"
    )]
    [InlineData(
        Link + "addresses:\n    - address: 10.0.0.1/24\n",
        Link + "addresses:\n  - address: 10.0.0.1/24",
        Link + "addresses:\n    - address: 10.0.0.1/24\n    - address: 10.0.0.1/24\n"
    )]
    [InlineData(
        Server + "image: i\nextraArgs:\n    a: x\n",
        Server + "extraArgs:\n  a: \"\"",
        Server + "image: i\nextraArgs:\n    a: null\n"
    )]
    [InlineData(
        Server + "image: i\nextraArgs:\n    a: x\n",
        Server + "extraArgs:\n  a: [p, q]",
        Server + "image: i\nextraArgs:\n    a:\n        - p\n        - q\n"
    )]
    [InlineData(
        Server + "image: i\nextraArgs:\n    a: x\n",
        Server + "extraArgs:\n  b: true",
        Server + "image: i\nextraArgs:\n    a: x\n    b: \"true\"\n"
    )]
    [InlineData(
        Policy + "config:\n    a: 1\n    b:\n        - x\n",
        Policy + "config:\n  a: 2\n  b: [z]",
        Policy + "config:\n    a: 2\n    b:\n        - x\n        - z\n"
    )]
    [InlineData(Policy + "config:\n    a: 1\n", Policy + "config:\n  a: 0", Policy + "config:\n    a: 1\n")]
    [InlineData(Policy + "config:\n    a: true\n", Policy + "config:\n  a: false", Policy + "config:\n    a: false\n")]
    [InlineData(
        "apiVersion: v1alpha1\nkind: KubeAuditPolicyConfig\nconfiguration:\n    a: 1\n",
        "apiVersion: v1alpha1\nkind: KubeAuditPolicyConfig\nconfiguration:\n  b: 1",
        "apiVersion: v1alpha1\nkind: KubeAuditPolicyConfig\nconfiguration:\n    b: 1\n"
    )]
    [InlineData(
        "apiVersion: v1alpha1\nkind: ImageVerificationConfig\nrules:\n    - image: a\n      skip: true\n",
        "apiVersion: v1alpha1\nkind: ImageVerificationConfig\nrules:\n  - image: a\n    deny: true",
        "apiVersion: v1alpha1\nkind: ImageVerificationConfig\nrules:\n    - image: a\n      deny: true\n"
    )]
    public void A_patch_is_merged(string config, string patch, string expected) =>
        Assert.Equal(expected, PatchBench.Apply(config, patch));

    [Fact]
    public void A_document_without_counterpart_is_added_at_the_end() =>
        Assert.Equal(
            Link + "mtu: 1500\n---\n" + Sysctl + "params:\n    a: x\n",
            PatchBench.Apply(Link + "mtu: 1500\n", Sysctl + "params: {a: x}")
        );

    [Fact]
    public void Documents_of_one_kind_are_told_apart_by_name() =>
        Assert.Contains(
            "name: eth1\nmtu: 1500",
            PatchBench.Apply(
                Link + "mtu: 9000\n",
                Link.Replace("eth0", "eth1", StringComparison.Ordinal) + "mtu: 1500"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Subnets_are_replaced() =>
        Assert.Contains(
            "        podSubnets:\n            - 10.1.0.0/16\n        serviceSubnets: []\n",
            PatchBench.Apply(
                "cluster:\n  network:\n    podSubnets: [10.0.0.0/16]\n",
                "cluster:\n  network:\n    podSubnets: [10.1.0.0/16]\n"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Interfaces_are_matched_by_name_or_by_an_equal_selector()
    {
        var merged = PatchBench.Apply(
            "machine:\n  network:\n    interfaces:\n      - interface: eth0\n        mtu: 1500\n      - deviceSelector: {driver: virtio}\n",
            "machine:\n  network:\n    interfaces:\n      - interface: eth0\n        dhcp: true\n      - deviceSelector: {driver: virtio}\n        dhcp: false\n      - deviceSelector: {driver: other}\n"
        );
        Assert.Contains(
            "            - interface: eth0\n              mtu: 1500\n              dhcp: true\n",
            merged,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "                driver: virtio\n              dhcp: false\n",
            merged,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "            - deviceSelector:\n                driver: other\ncluster: null\n",
            merged,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_empty_text_is_no_patch() => Assert.Null(ConfigPatch.Read(new SourceText("p.yaml", " \n")).Patch);

    [Fact]
    public void A_value_of_another_sort_is_an_error()
    {
        var diagnostic = Assert.Single(
            PatchBench.Findings(Policy + "config:\n    a: 1\n", Policy + "config:\n  a: [x]")
        );
        Assert.Equal("HO0810", diagnostic.Code);
        Assert.Equal(
            "'config.a' is a whole number in the config and a list in the patch; Talos cannot merge the two",
            diagnostic.Message
        );
        Assert.Equal("remove the key in a patch before, with '$$patch: delete'", diagnostic.Hint);
    }
}
