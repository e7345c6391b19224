using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Tests.Model;

/// <summary>Reading documents: what Talos refuses (its decoder knows its fields), and what it writes back.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData(
        "machine:\n  kublet: {}",
        "HO0802: Talos knows no key 'kublet' in 'machine'",
        "did you mean 'kubelet'?"
    )]
    [InlineData(
        "machine:\n  zzzzzzzz: {}",
        "HO0802: Talos knows no key 'zzzzzzzz' in 'machine'",
        "remove it; Talos refuses a config with keys it does not know"
    )]
    [InlineData("machin: {}\ndebug: true", "HO0802: Talos knows no key 'machin' here", "did you mean 'machine'?")]
    [InlineData("machine: []", "HO0801: 'machine' wants a map, not a list", null)]
    [InlineData("machine:\n  certSANs: x", "HO0801: 'machine.certSANs' wants a list, not this value", null)]
    [InlineData(
        "machine:\n  install:\n    wipe: maybe",
        "HO0801: 'machine.install.wipe' wants true or false, not this value",
        null
    )]
    [InlineData(
        "machine:\n  features:\n    kubePrism:\n      port: many",
        "HO0801: 'machine.features.kubePrism.port' wants a whole number, not this value",
        null
    )]
    [InlineData(
        "machine:\n  time:\n    bootTimeout: 5",
        "HO0801: 'machine.time.bootTimeout' wants a duration such as 30s or 1h30m, not this value",
        null
    )]
    [InlineData("machine:\n  ca:\n    crt: '!'", "HO0801: 'machine.ca.crt' wants base64, not this value", null)]
    [InlineData(
        "apiVersion: v1alpha1\nkind: HostnameConfig\nauto: sometimes",
        "HO0803: 'auto' wants one of off, talos-addr, stable, not 'sometimes'",
        null
    )]
    [InlineData(
        "apiVersion: v1alpha1\nkind: HostnameConfig\nauto: stabel",
        "HO0803: 'auto' wants one of off, talos-addr, stable, not 'stabel'",
        "did you mean 'stable'?"
    )]
    [InlineData(
        "apiVersion: v1alpha1\nkind: HostnamConfig",
        "HO0804: Talos knows no kind of document 'HostnamConfig'",
        "did you mean 'HostnameConfig'?"
    )]
    [InlineData(
        "apiVersion: v1alpha1\nkind: Deployment",
        "HO0804: Talos knows no kind of document 'Deployment'",
        "see the configuration reference of your Talos version"
    )]
    [InlineData(
        "apiVersion: v1alpha1\nname: x",
        "HO0805: the document has an 'apiVersion' but no 'kind'",
        "add 'kind:'"
    )]
    [InlineData(
        "kind: HostnameConfig",
        "HO0806: the document has a 'kind' but no 'apiVersion'",
        "add 'apiVersion: v1alpha1'"
    )]
    [InlineData(
        "- a",
        "HO0807: a map is expected here, as a machine config is made of maps",
        "begin it with 'machine:' or 'cluster:', or with 'apiVersion:' and 'kind:'"
    )]
    [InlineData(
        "machine: {}\n---\ncluster: {}",
        "HO0808: the document v1alpha1 stands twice",
        "merge the two, or give them different names"
    )]
    [InlineData(
        "foo: bar",
        "HO0809: this is no document of a machine config",
        "it wants 'apiVersion' and 'kind', or one of 'machine', 'cluster', 'debug', 'persist', 'version'"
    )]
    [InlineData(
        "apiVersion: v1alpha1\nkind: LinkConfig\nname: a\naddresses:\n  - address: 10.0.0.1",
        "HO0801: 'addresses.[0].address' wants a network such as 10.0.0.0/16, not this value",
        null
    )]
    [InlineData(
        "apiVersion: v1alpha1\nkind: VLANConfig\nname: a\nvlanID: 70000",
        "HO0801: 'vlanID' wants a whole number from 0 to 65535, not this value",
        null
    )]
    public void A_mistake_is_reported_once(string text, string finding, string? hint)
    {
        var diagnostic = Assert.Single(MachineConfig.Read(new SourceText("c.yaml", text)).Diagnostics);
        Assert.Equal(finding, $"{diagnostic.Code}: {diagnostic.Message}");
        Assert.Equal(hint, diagnostic.Hint);
        Assert.Equal("c.yaml", diagnostic.Location?.Path);
    }

    [Theory]
    [InlineData(
        "machine: {}",
        "version: \"\"\nmachine:\n    type: \"\"\n    token: \"\"\n    certSANs: []\ncluster: null\n"
    )]
    [InlineData(
        "apiVersion: v1alpha1\nkind: ZswapConfig\nshrinkerEnabled: no",
        "apiVersion: v1alpha1\nkind: ZswapConfig\nshrinkerEnabled: false\n"
    )]
    [InlineData(
        "kind: SysctlConfig\nparams: {b2: 1, b10: 2, a: x}\napiVersion: v1alpha1",
        "apiVersion: v1alpha1\nkind: SysctlConfig\nparams:\n    a: x\n    b2: \"1\"\n    b10: \"2\"\n"
    )]
    [InlineData(
        "apiVersion: v1alpha1\nkind: KubeNodeConfig",
        "apiVersion: v1alpha1\nkind: KubeNodeConfig\nnodeIP: {}\n"
    )]
    [InlineData(
        "apiVersion: v1alpha1\nkind: EtcFileConfig\nname: a\nmode: 420\ncontents: x",
        "apiVersion: v1alpha1\nkind: EtcFileConfig\nname: a\nmode: 0o644\ncontents: x\n"
    )]
    [InlineData(
        "apiVersion: v1alpha1\nkind: NetworkRuleConfig\nname: a\nportSelector:\n  protocol: tcp\n  ports: [80-80]\ningress: []",
        "apiVersion: v1alpha1\nkind: NetworkRuleConfig\nname: a\nportSelector:\n    ports:\n        - 80\n    protocol: tcp\ningress: []\n"
    )]
    public void A_document_is_written_as_Talos_does(string text, string expected)
    {
        var (config, diagnostics) = MachineConfig.Read(new SourceText("c.yaml", text));
        Assert.Empty(diagnostics);
        Assert.Equal(expected, config.ToYaml(YamlProfile.Talos));
    }

    [Fact]
    public void Every_kind_can_be_read_by_its_name()
    {
        foreach (var name in Talos.Model.DocumentKinds.Names)
        {
            Assert.Equal(name, Talos.Model.DocumentKinds.Find(name)?.Name);
        }
    }

    [Fact]
    public void Empty_and_null_documents_are_skipped() =>
        Assert.Single(
            MachineConfig.Read(new SourceText("c.yaml", "---\n---\nnull\n---\ndebug: true\n")).Config.Documents
        );
}
