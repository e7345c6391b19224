namespace HomeOps.Talos.Tests.Templates;

/// <summary>What Go templates of patches and labels see of a machine config (talos.md 1.5).</summary>
public sealed class GoNamesTests
{
    [Theory]
    [InlineData("{{ .MachineConfig.MachineType }}", "controlplane")]
    [InlineData("{{ .MachineConfig.MachineInstall.InstallDisk }}", "/dev/sda")]
    [InlineData("{{ .MachineConfig.MachineKubelet.KubeletImage | splitList \":\" | last }}", "v1.36.4")]
    [InlineData("{{ .MachineConfig.MachineFeatures.KubePrismSupport.ServerPort }}", "\"7445\"")]
    [InlineData(
        "{{ .ClusterConfig.ClusterName }} {{ .ClusterConfig.ControlPlane.Endpoint }}",
        "home https://10.0.0.50:6443"
    )]
    [InlineData("{{ .ClusterConfig.ClusterNetwork.PodSubnet | join \",\" }}", "10.244.0.0/16")]
    [InlineData(
        "{{ range .ClusterConfig.APIServerConfig.AdmissionControlConfig }}{{ .PluginName }}{{ end }}",
        "PodSecurity"
    )]
    [InlineData("{{ .MachineConfig.MachineNetwork | empty }} {{ .MachineConfig.MachineEnv | len }}", "true 0")]
    [InlineData(
        "{{ index .MachineConfig.MachineNodeLabels \"node.kubernetes.io/exclude-from-external-load-balancers\" | quote }}",
        "\"\""
    )]
    public void Patches_take_values_of_the_config_by_their_Go_names(string template, string expected)
    {
        var result = Workbench.Run(
            Workbench.Talconfig(node: "patches: ['@p.yaml']"),
            null,
            ("p.yaml", $"machine:\n  env:\n    A: >-\n      {template}\n")
        );
        var env = Workbench.Node(result).Split("  env:\n")[1].Split('\n')[0];
        Assert.Equal(expected, env[(env.IndexOf("A: ", StringComparison.Ordinal) + 3)..].Trim('\''));
    }

    [Theory]
    [InlineData(".MachineConfig.MachineToken")]
    [InlineData(".MachineConfig.MachineCA")]
    [InlineData(".ClusterConfig.ClusterSecret")]
    public void Secrets_have_no_names_for_templates(string expression)
    {
        var result = Workbench.Run(Workbench.Talconfig(node: $"nodeLabels: {{a: '{{{{ {expression} }}}}'}}"));
        Assert.Equal("HO0838", Assert.Single(result.Diagnostics).Code);
    }
}
