using HomeOps.Text;

namespace HomeOps.Talos.Tests.Patching;

/// <summary>RFC 6902 on the main document, with the leniency of evanphx/json-patch that Talos uses.</summary>
public sealed class JsonPatchTests
{
    private const string Config =
        "machine:\n  type: worker\n  certSANs: [a, b]\n  sysctls:\n    x/y: z\n  nodeLabels:\n    k: v\n";

    [Theory]
    [InlineData("- {op: remove, path: /machine/nodeLabels/k}", "    sysctls:\n        x/y: z\ncluster")]
    [InlineData("- {op: replace, path: /machine/type, value: controlplane}", "type: controlplane\n")]
    [InlineData("- {op: add, path: /machine/certSANs/-, value: c}", "        - a\n        - b\n        - c\n")]
    [InlineData("- {op: add, path: /machine/certSANs/0, value: c}", "        - c\n        - a\n        - b\n")]
    [InlineData("- {op: remove, path: /machine/certSANs/-1}", "certSANs:\n        - a\n    sysctls")]
    [InlineData("- {op: replace, path: /machine/sysctls/x~1y, value: q}", "x/y: q\n")]
    [InlineData("- {op: copy, from: /machine/certSANs/0, path: /machine/token}", "token: a\n")]
    [InlineData(
        "- {op: move, from: /machine/nodeLabels/k, path: /machine/nodeLabels/m}",
        "nodeLabels:\n        m: v\n"
    )]
    [InlineData("- {op: test, path: /machine/type, value: worker}", "type: worker\n")]
    [InlineData("[{\"op\": \"add\", \"path\": \"/debug\", \"value\": true}]", "debug: true\n")]
    public void An_operation_is_applied(string patch, string expected) =>
        Assert.Contains(expected, PatchBench.Apply(Config, patch), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "- {op: remove, path: /machine/time}",
        "HO0818: 'remove' of '/machine/time' fails: there is nothing at the path to remove"
    )]
    [InlineData(
        "- {op: replace, path: /machine/time, value: {}}",
        "HO0818: 'replace' of '/machine/time' fails: there is nothing at the path to replace"
    )]
    [InlineData(
        "- {op: add, path: /machine/time/servers, value: []}",
        "HO0818: 'add' of '/machine/time/servers' fails: '/machine/time' does not exist"
    )]
    [InlineData(
        "- {op: test, path: /machine/type, value: other}",
        "HO0818: 'test' of '/machine/type' fails: the value there is another one"
    )]
    [InlineData(
        "- {op: move, from: /nope, path: /debug}",
        "HO0818: 'move' of '/debug' fails: there is nothing at '/nope'"
    )]
    [InlineData("- {op: add, path: /machine/typ, value: x}", "HO0802: Talos knows no key 'typ'")]
    [InlineData(
        "- {op: merge, path: /a}",
        "HO0815: this is no JSON6902 operation: 'merge' is no operation; use add, remove, replace, move, copy or test"
    )]
    [InlineData("- {op: remove}", "HO0815: this is no JSON6902 operation: 'path' is missing")]
    [InlineData(
        "- {op: remove, path: machine}",
        "HO0815: this is no JSON6902 operation: the path 'machine' does not begin with '/'"
    )]
    [InlineData("- {op: add, path: /debug}", "HO0815: this is no JSON6902 operation: 'add' needs 'value'")]
    [InlineData("- {op: copy, path: /debug}", "HO0815: this is no JSON6902 operation: 'copy' needs 'from'")]
    [InlineData("- text", "HO0815: this is no JSON6902 operation: an operation is a map with 'op' and 'path'")]
    public void A_wrong_operation_is_reported(string patch, string finding)
    {
        var diagnostic = Assert.Single(PatchBench.Findings(Config, patch));
        Assert.StartsWith(finding, $"{diagnostic.Code}: {diagnostic.Message}", StringComparison.Ordinal);
        Assert.Equal("patch.yaml", diagnostic.Location?.Path);
    }

    [Fact]
    public void In_a_config_of_several_documents_it_warns_with_the_equivalent()
    {
        var config = Config + "---\napiVersion: v1alpha1\nkind: HostnameConfig\nauto: stable\n";
        var diagnostic = Assert.Single(PatchBench.Findings(config, "- {op: remove, path: /machine/nodeLabels}"));
        Assert.Equal("HO0817", diagnostic.Code);
        Assert.Equal(Severity.Warning, diagnostic.Severity);
        Assert.Equal(
            "the JSON6902 patch is applied to the main document only; Talos itself refuses it for configs of several documents",
            diagnostic.Message
        );
        Assert.Equal(
            "the strategic patch that does the same: machine: {nodeLabels: {$$patch: delete}}",
            diagnostic.Hint
        );
    }

    [Fact]
    public void Strictly_it_is_refused_there_as_by_Talos()
    {
        var config = Config + "---\napiVersion: v1alpha1\nkind: HostnameConfig\nauto: stable\n";
        var patch = "- {op: remove, path: /machine/nodeLabels}";
        var diagnostic = Assert.Single(PatchBench.Findings(config, patch, new PatchOptions { Strict = true }));
        Assert.Equal("HO0816", diagnostic.Code);
        Assert.Equal(
            "JSON6902 patches are not supported for machine configs of several documents, and this one has 2",
            diagnostic.Message
        );
    }
}
