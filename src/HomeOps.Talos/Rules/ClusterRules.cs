using HomeOps.Talos.Model;

namespace HomeOps.Talos.Rules;

/// <summary>What Talos checks of <c>cluster</c> (v1alpha1_validation.go; talos.md 2.3).</summary>
internal static class ClusterRules
{
    public static void Check(RuleSubject subject, bool hasKubernetesDocuments)
    {
        var cluster = subject.Cluster;
        if (!hasKubernetesDocuments)
        {
            CheckEndpoint(subject, cluster);
        }

        var network = cluster?.Struct("network");
        if (network?.Text("dnsDomain") is { Length: > 0 } domain && !Names.IsDomain(domain))
        {
            subject.Report(TalosDiagnostics.BadDomain(domain, subject.At(network["dnsDomain"])));
        }

        if (network?.Struct("cni") is { } plugin && subject.IsControlPlane)
        {
            PluginRules.Check(plugin, subject.At(plugin), subject.Findings);
        }

        if (cluster is null)
        {
            return;
        }

        ManifestRules.Check(RuleSubject.Structs(cluster, "inlineManifests"), subject.Findings);
        CheckDiscovery(subject, cluster);
        CheckEtcd(subject, cluster.Struct("etcd"), hasKubernetesDocuments);
        var provider = cluster.Struct("externalCloudProvider");
        if (provider?.List("manifests").Count > 0 && provider.Bool("enabled") != true)
        {
            subject.Report(TalosDiagnostics.CloudProviderOff(subject.At(provider)));
        }

        foreach (var manifest in RuleSubject.Scalars(provider, "manifests").Where(static m => !IsAddress(m.Text)))
        {
            subject.Report(TalosDiagnostics.BadPluginUrl(manifest.Text, subject.At(manifest)));
        }
    }

    private static void CheckEndpoint(RuleSubject subject, ConfigStruct? cluster)
    {
        var controlPlane = cluster?.Struct("controlPlane");
        var endpoint = controlPlane?.Text("endpoint") ?? "";
        if (endpoint.Length == 0)
        {
            subject.Report(
                TalosDiagnostics.ConfigWithoutEndpoint(
                    subject.Name,
                    subject.Missing("cluster.controlPlane.endpoint", controlPlane, cluster)
                )
            );
        }
        else if (!IsAddress(endpoint))
        {
            subject.Report(TalosDiagnostics.BadEndpoint(endpoint, subject.At(controlPlane?["endpoint"])));
        }
    }

    private static void CheckDiscovery(RuleSubject subject, ConfigStruct cluster)
    {
        var discovery = cluster.Struct("discovery");
        var service = discovery?.Struct("registries")?.Struct("service");
        if (discovery?.Bool("enabled") != true || service?.Bool("disabled") == true)
        {
            return;
        }

        foreach (var key in new[] { "id", "secret" })
        {
            if (cluster.Text(key).Length == 0)
            {
                subject.Report(
                    TalosDiagnostics.DiscoveryWithoutIdentity(
                        $"cluster.{key}",
                        subject.Missing($"cluster.{key}", cluster[key], discovery)
                    )
                );
            }
        }

        if (
            service?.Text("endpoint") is { Length: > 0 } endpoint
            && (!IsAddress(endpoint) || UrlText.Path(endpoint) is not ("" or "/"))
        )
        {
            subject.Report(TalosDiagnostics.DiscoveryEndpoint(endpoint, subject.At(service["endpoint"])));
        }
    }

    private static void CheckEtcd(RuleSubject subject, ConfigStruct? etcd, bool hasKubernetesDocuments)
    {
        if (etcd is null)
        {
            return;
        }

        if (subject.IsWorker && !hasKubernetesDocuments)
        {
            subject.Report(TalosDiagnostics.EtcdOnWorker(subject.Name, subject.At(etcd)));
        }

        NetworkRules.CheckSubnets(subject, etcd, "advertisedSubnets", "etcd.advertisedSubnets");
        NetworkRules.CheckSubnets(subject, etcd, "listenSubnets", "etcd.listenSubnets");
    }

    private static bool IsAddress(string url) =>
        UrlText.Normalize(url) is not null && UrlText.Scheme(url).Length > 0 && UrlText.Host(url).Length > 0;
}
