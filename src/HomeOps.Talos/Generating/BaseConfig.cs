using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;

namespace HomeOps.Talos;

/// <summary>Generates machine configs as <c>talosctl gen config</c> does, for the versions 1.7 to 1.14.</summary>
public static class BaseConfig
{
    /// <summary>The config, before any patch.</summary>
    public static MachineConfig Generate(BaseInput input)
    {
        var contract = VersionContract.Parse(input.TalosVersion) ?? VersionContract.Newest;
        var main = V1Alpha1Config.Kind.New().Set("version", "v1alpha1").Set("debug", false).Set("persist", true);
        MachineBase.Fill(main.Open("machine"), input, contract);
        ClusterBase.Fill(main.Open("cluster"), input, contract);
        var documents = new List<ConfigDocument> { new(V1Alpha1Config.Kind, main) };
        SystemDocuments.Add(documents, input, contract);
        if (contract.HasKubernetesDocuments)
        {
            KubernetesDocuments.Add(documents, input);
        }

        return new MachineConfig(documents);
    }
}
