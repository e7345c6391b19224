using HomeOps.Files;
using HomeOps.Talos;
using HomeOps.Testing;
using HomeOps.Yaml;

namespace HomeOps.Cluster.Tests.Checking;

/// <summary>
/// The machine configs of examples/home, whole, with stand-ins for the secrets. What they must hold is listed in talos.md 0 and 2.2 ("home-ops
/// control0"): the patches of group and cluster, the alias of the selected interface, the shared address, the link.
/// </summary>
public sealed class ExampleConfigsTests
{
    [Fact]
    public void The_five_configs_are_as_the_specification_lists_them()
    {
        using var scratch = new Scratch();
        scratch.Home();

        var result = GenConfig.Run(
            new GenConfigInput
            {
                Files = new DiskTree(scratch["home"]),
                Folder = "talos",
                Random = Scratch.Counting(),
                Clock = TimeProvider.System,
                Secrets = SecretsBundle.StandIn,
                Options = new GenConfigOptions { OmitTalosconfig = true },
            }
        );

        Assert.Empty(result.Diagnostics);
        Assert.Equal(5, result.Nodes.Count);
        Assert.All(
            result.Nodes,
            static n => Golden.Verify($"Example/{n.Hostname}.yaml", n.Config.ToYaml(YamlProfile.Talhelper))
        );
        var control = result.Nodes[0].Config.ToYaml(YamlProfile.Talhelper);
        Assert.All(
            (string[])
                [
                    "kind: HostnameConfig\nauto: 'off'\nhostname: control0\n",
                    "kind: LinkAliasConfig\nname: ethSel0\nselector:\n  match: glob(\"02:00:00:00:50:10\", mac(link.hardware_addr))\n",
                    "kind: Layer2VIPConfig\nname: 10.0.50.50\nlink: ethSel0\n",
                    "kind: LinkConfig\nname: ethSel0\nmtu: 1500\naddresses:\n  - address: 10.0.50.10/16\nroutes:\n  - gateway: 10.0.0.1\n",
                    "      name: none\n",
                    "    image: ghcr.io/siderolabs/kubelet:v1.36.4\n",
                ],
            part => Assert.Contains(part, control, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("admissionControl", control, StringComparison.Ordinal);
        Assert.Contains(
            "node-role.kubernetes.io/worker: \"\"\n",
            result.Nodes[4].Config.ToYaml(YamlProfile.Talhelper),
            StringComparison.Ordinal
        );
    }
}
