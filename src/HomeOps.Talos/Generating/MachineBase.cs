using HomeOps.Talos.Model;

namespace HomeOps.Talos.Generating;

/// <summary><c>machine:</c> of a generated config.</summary>
internal static class MachineBase
{
    public const string LoadBalancerLabel = "node.kubernetes.io/exclude-from-external-load-balancers";
    public const int KubePrismPort = 7445;

    public static void Fill(ConfigStruct machine, BaseInput input, VersionContract contract)
    {
        machine
            .Set("type", input.IsControlPlane ? "controlplane" : "worker")
            .Set("token", input.Secrets.TrustdToken)
            .Set("certSANs", input.MachineSans);
        machine
            .Open("ca")
            .Set("crt", input.Secrets.Os.CertificateBase64)
            .Set("key", input.IsControlPlane ? input.Secrets.Os.KeyBase64 : "");
        FillFeatures(machine.Open("features"), contract);
        if (contract.HasKubernetesDocuments)
        {
            return;
        }

        var kubelet = machine.Open("kubelet").Set("image", Images.Kubelet(input.KubernetesVersion));
        kubelet.Set("defaultRuntimeSeccompProfileEnabled", true).Set("disableManifestsDirectory", true);
        FillInstall(machine.Open("install"), input, contract);
        if (contract.HasEmptyNetwork)
        {
            machine.Open("network");
        }

        if (input.Sysctls.Count > 0)
        {
            machine.SetMap("sysctls", input.Sysctls);
        }

        if (input.IsControlPlane && contract.ExcludesFromLoadBalancers)
        {
            machine.SetMap("nodeLabels", [new(LoadBalancerLabel, "")]);
        }

        if (!contract.HasNetworkDocuments && input.RegistryMirrors.Count > 0)
        {
            FillMirrors(machine.Open("registries"), input);
        }
    }

    private static void FillInstall(ConfigStruct install, BaseInput input, VersionContract contract)
    {
        install.Set("disk", input.InstallDisk).Set("image", input.InstallImage).Set("wipe", false);
        if (input.KernelArgs.Count > 0)
        {
            install.Set("extraKernelArgs", input.KernelArgs);
        }

        if (contract.HasUkiCommandLine)
        {
            install.Set("grubUseUKICmdline", true);
        }
    }

    private static void FillFeatures(ConfigStruct features, VersionContract contract)
    {
        if (contract.HasRbacFeature)
        {
            features.Set("rbac", true);
        }

        if (contract.HasStableHostnameFeature)
        {
            features.Set("stableHostname", true);
        }

        if (contract.HasExtKeyUsageCheck)
        {
            features.Set("apidCheckExtKeyUsage", true);
        }

        if (contract.HasDiskQuota)
        {
            features.Set("diskQuotaSupport", true);
        }

        if (contract.HasKubernetesDocuments)
        {
            return;
        }

        if (contract.HasKubePrism)
        {
            features.Open("kubePrism").Set("enabled", true).Set("port", KubePrismPort);
        }

        if (contract.HasHostDns)
        {
            var dns = features.Open("hostDNS").Set("enabled", true);
            if (contract.ForwardsDns)
            {
                dns.Set("forwardKubeDNSToHost", true);
            }
        }
    }

    private static void FillMirrors(ConfigStruct registries, BaseInput input)
    {
        var field = registries.Type.Fields[registries.Type.Require("mirrors")];
        var mirror = (StructType)((MapType)field.Type).Element;
        var map = new ConfigMap();
        foreach (var (host, endpoints) in input.RegistryMirrors)
        {
            map.Entries[host] = mirror.New().Set("endpoints", endpoints);
        }

        registries.Put("mirrors", map);
    }
}
