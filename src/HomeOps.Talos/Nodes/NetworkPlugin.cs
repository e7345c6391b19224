using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;
using HomeOps.Talos.Talconfig;

namespace HomeOps.Talos.Nodes;

/// <summary><c>cniConfig</c>: Flannel, a plugin by its manifests, or none.</summary>
internal static class NetworkPlugin
{
    public static void Apply(MachineConfig config, TalconfigFile talconfig, ConfigStruct node, VersionContract contract)
    {
        if (talconfig.Root.Struct("cniConfig") is not { } cni || config.Main?.Value.Open("cluster") is not { } cluster)
        {
            return;
        }

        if (!contract.HasKubernetesDocuments)
        {
            cluster.Open("network").Put("cni", cni.Copy());
            return;
        }

        if (node.Bool("controlPlane") != true)
        {
            return;
        }

        config.All.RemoveAll(static d => d.Kind == "KubeFlannelCNIConfig");
        if (cni.Text("name") == "flannel")
        {
            var flannel = SystemDocuments
                .Add(config.All, KubeFlannelCNIConfig.Kind)
                .Set("backendType", "vxlan")
                .Set("backendPort", 4789);
            var options = cni.Struct("flannel");
            flannel.Put("extraArgs", options?["extraArgs"]?.Clone());
            flannel.Put("kubeNetworkPoliciesEnabled", options?["kubeNetworkPoliciesEnabled"]);
        }
        else if (cni.List("urls").Count > 0)
        {
            cluster.Put("extraManifests", new ConfigList([.. cluster.List("extraManifests"), .. cni.List("urls")]));
        }
    }
}
