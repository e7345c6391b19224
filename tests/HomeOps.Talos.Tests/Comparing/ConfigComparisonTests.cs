using HomeOps.Files;

namespace HomeOps.Talos.Tests.Comparing;

/// <summary>What is shown of the file that stands on disk: nobody knows any more which of its values were encrypted when it was made.</summary>
public sealed class ConfigComparisonTests
{
    [Fact]
    public void A_key_that_is_shown_now_is_shown_of_the_old_file_too() =>
        Assert.Equal(
            ["-    vm.swappiness: \"10\"", "+    vm.swappiness: \"20\""],
            Changed("sysctls: {vm.swappiness: '10'}", "sysctls: {vm.swappiness: '20'}")
        );

    [Fact]
    public void An_old_value_of_a_key_that_holds_a_secret_now_is_not_shown() =>
        Assert.Equal(
            ["-    kernel.domainname: (hidden)", "+    kernel.domainname: (hidden)"],
            Changed(
                "sysctls: {kernel.domainname: old-passphrase}",
                "sysctls: {kernel.domainname: new-passphrase}",
                secret: "new-passphrase"
            )
        );

    [Fact]
    public void Nor_is_one_of_a_key_that_is_gone() =>
        Assert.Equal(
            ["-  sysctls:", "-    kernel.domainname: (hidden)"],
            Changed("sysctls: {kernel.domainname: old-passphrase}", "")
        );

    [Fact]
    public void Addresses_truth_values_and_what_stands_elsewhere_are_shown() =>
        Assert.Equal(
            ["-    a: 10.0.0.1", "-    b: \"true\"", "-    c: flannel"],
            Changed("nodeLabels: {a: 10.0.0.1, b: 'true', c: flannel}", "", both: "sysctls: {a: flannel}")
        );

    [Fact]
    public void Items_of_a_list_are_shown_while_the_list_is()
    {
        Assert.Equal(
            ["-    - old.home.arpa"],
            Changed("certSANs: [old.home.arpa, kept.home.arpa]", "certSANs: [kept.home.arpa]")
        );
        Assert.Equal(
            ["-    - (hidden)", "+    - (hidden)"],
            Changed("certSANs: [old-one, kept]", "certSANs: [new-one, kept]", secret: "new-one")
        );
    }

    // The lines that differ between a worker with the one setting and with the other.
    private static IReadOnlyList<string> Changed(string before, string after, string secret = "", string both = "")
    {
        var tree = new MemoryTree();
        tree.Add(
            "talos/clusterconfig/home-control0.yaml",
            Workbench
                .Run(Talconfig(before, both))
                .Files.First(static f => f.Path.EndsWith("control0.yaml", StringComparison.Ordinal))
                .Text
        );
        var result = Workbench.Run(Talconfig(after, both));
        if (secret.Length > 0)
        {
            result.Hidden.Add(secret);
        }

        return
        [
            .. ConfigComparison
                .Between(result with { Files = [result.Files[0]] }, tree)
                .Single()
                .Lines.Where(static l => l[0] is '-' or '+'),
        ];
    }

    private static string Talconfig(string machine, string both) =>
        Workbench.Talconfig(
            node: $"patches: [{string.Join(", ", new[] { machine, both }.Where(static p => p.Length > 0).Select(static p => "\"machine: {" + p + "}\""))}]"
        );
}
