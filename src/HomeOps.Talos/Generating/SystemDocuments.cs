using HomeOps.Talos.Model;

namespace HomeOps.Talos.Generating;

/// <summary>The further documents of a generated config that concern the machine.</summary>
internal static class SystemDocuments
{
    private const string DiscoveryService = "https://discovery.talos.dev/";

    public static void Add(List<ConfigDocument> documents, BaseInput input, VersionContract contract)
    {
        if (contract.HasKubernetesDocuments)
        {
            Add(documents, DiscoveryServiceConfig.Kind).Set("name", "default").Set("endpoint", DiscoveryService);
            Add(documents, DiscoveryIdentityConfig.Kind)
                .Set("clusterID", input.Secrets.ClusterId)
                .Set("clusterSecret", input.Secrets.ClusterSecret);
            if (input.InstallDisk.Length > 0)
            {
                AddInstallation(documents, input.InstallImage, $"disk.dev_path == {Quote(input.InstallDisk)}");
            }

            Add(documents, ResolverConfig.Kind).Open("hostDNS").Set("enabled", true).Set("forwardKubeDNSToHost", true);
            if (input.Sysctls.Count > 0)
            {
                Add(documents, SysctlConfig.Kind).SetMap("params", input.Sysctls);
            }

            Add(documents, VolumeConfig.Kind).Set("name", "EPHEMERAL").Open("mount").Set("secure", true);
            Add(documents, FilesystemTrimConfig.Kind).Set("interval", "168h0m0s");
            Add(documents, SecurityProfileConfig.Kind).Set("workloadIsolation", true);
        }

        if (contract.HasNetworkDocuments)
        {
            AddMirrors(documents, input);
            Add(documents, HostnameConfig.Kind).Set("auto", "stable");
        }
    }

    /// <summary>What is installed onto the disk that an expression picks.</summary>
    public static void AddInstallation(List<ConfigDocument> documents, string image, string match)
    {
        var install = Add(documents, UnattendedInstallConfig.Kind);
        install.Open("installer").Set("image", image);
        install.Open("provisioning").Set("wipe", false).Open("diskSelector").Set("match", match);
    }

    public static ConfigStruct Add(List<ConfigDocument> documents, DocumentKind kind)
    {
        var value = kind.New();
        documents.Add(new ConfigDocument(kind, value));
        return value;
    }

    /// <summary>A text in an expression.</summary>
    public static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static void AddMirrors(List<ConfigDocument> documents, BaseInput input)
    {
        foreach (var (host, urls) in input.RegistryMirrors.OrderBy(static m => m.Key, StringComparer.Ordinal))
        {
            var mirror = Add(documents, RegistryMirrorConfig.Kind).Set("name", host);
            var field = RegistryMirrorConfig.Kind.Fields[RegistryMirrorConfig.Kind.Require("endpoints")];
            var endpoint = (StructType)((ListType)field.Type).Element;
            mirror.Put("endpoints", new ConfigList([.. urls.Select(u => endpoint.New().Set("url", u))]));
        }
    }
}
