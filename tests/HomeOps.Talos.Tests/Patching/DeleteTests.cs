namespace HomeOps.Talos.Tests.Patching;

/// <summary><c>$patch: delete</c> (Talos, selector.go and delete.go).</summary>
public sealed class DeleteTests
{
    private const string Sysctl = "apiVersion: v1alpha1\nkind: SysctlConfig\n";
    private const string Link = "apiVersion: v1alpha1\nkind: LinkConfig\nname: eth0\n";

    [Theory]
    [InlineData(
        Sysctl + "params:\n    a: x\n    b: z\n",
        Sysctl + "params:\n  a:\n    $patch: delete",
        Sysctl + "params:\n    b: z\n"
    )]
    [InlineData(Link + "mtu: 1500\nup: true\n", Link + "mtu:\n  $patch: delete", Link + "up: true\n")]
    [InlineData(Link + "mtu: 1500\nup: true\n", Link + "mtu:\n  $patch: delete\nup: false", Link + "up: false\n")]
    [InlineData(
        Link + "routes:\n    - gateway: 10.0.0.1\n    - gateway: 10.0.0.2\n",
        Link + "routes:\n  - gateway: 10.0.0.1\n    $patch: delete",
        Link + "routes:\n    - gateway: 10.0.0.2\n"
    )]
    [InlineData(
        Link + "mtu: 1500\n---\n" + Sysctl + "params:\n    a: x\n",
        Link + "$patch: delete",
        Sysctl + "params:\n    a: x\n"
    )]
    [InlineData(Link + "mtu: 1500\n", Sysctl + "$patch: delete", Link + "mtu: 1500\n")]
    public void What_it_names_goes(string config, string patch, string expected) =>
        Assert.Equal(expected, PatchBench.Apply(config, patch));

    [Fact]
    public void A_key_that_is_always_written_comes_back_empty() =>
        Assert.Contains(
            "certSANs: []",
            PatchBench.Apply("machine:\n  certSANs: [a]\n", "machine:\n  certSANs:\n    $patch: delete"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "$patch: delete\nmachine: {}",
        "HO0811: '$patch: delete' at the top would remove the main document, which Talos refuses",
        "put it below the key that is to go, or add the apiVersion and kind of the document that is to go"
    )]
    [InlineData(
        "machine:\n  network:\n    interfaces:\n      - interface: eth0\n        mtu:\n          $patch: delete",
        "HO0812: 'machine.network.interfaces.[0].mtu' cannot be deleted, since it stands inside an item of a list",
        "delete the item and add it again as it should be"
    )]
    [InlineData(
        "machine:\n  network:\n    interfaces:\n      - $patch: delete",
        "HO0813: 'machine.network.interfaces.[0]' does not say which item is to be deleted",
        "put a key and its value beside '$$patch: delete', for example 'name: PodSecurity'"
    )]
    [InlineData(
        "cluster:\n  apiServer:\n    $patch: delete\nmachine:\n  time:\n    servers:\n      $patch: delete",
        "HO0814: there is no 'machine.time.servers' in the main document to delete",
        "remove the delete, or correct the path; Talos refuses a delete that finds nothing"
    )]
    [InlineData(
        "machine:\n  network:\n    interfaces:\n      - interface: eth7\n        $patch: delete",
        "HO0814: there is no 'machine.network.interfaces.[0]' in the main document to delete",
        "remove the delete, or correct the path; Talos refuses a delete that finds nothing"
    )]
    public void A_wrong_delete_is_reported(string patch, string finding, string hint)
    {
        var config = "cluster:\n  apiServer: {}\nmachine:\n  network:\n    interfaces:\n      - interface: eth0\n";
        var diagnostic = Assert.Single(PatchBench.Findings(config, patch));
        Assert.Equal(finding, $"{diagnostic.Code}: {diagnostic.Message}");
        Assert.Equal(hint, diagnostic.Hint);
    }
}
