using HomeOps.Talos.Model;

namespace HomeOps.Talos.Generating;

/// <summary><c>cluster:</c> of a generated config.</summary>
internal static class ClusterBase
{
    public static void Fill(ConfigStruct cluster, BaseInput input, VersionContract contract)
    {
        var secrets = input.Secrets;
        cluster.Set("token", secrets.BootstrapToken);
        if (input.IsControlPlane)
        {
            Put(cluster.Open("etcd").Open("ca"), secrets.Etcd);
        }

        if (contract.HasKubernetesDocuments)
        {
            return;
        }

        cluster.Set("id", secrets.ClusterId).Set("secret", secrets.ClusterSecret);
        cluster.Open("controlPlane").Set("endpoint", input.Endpoint);
        FillNetwork(cluster.Open("network"), input);
        var discovery = cluster.Open("discovery").Set("enabled", true);
        discovery.Open("registries").Open("kubernetes").Set("disabled", true);
        if (input.IsControlPlane || contract.NamesClusterOnWorkers)
        {
            cluster.Set("clusterName", input.ClusterName);
        }

        cluster
            .Open("ca")
            .Set("crt", secrets.Kubernetes.CertificateBase64)
            .Set("key", input.IsControlPlane ? secrets.Kubernetes.KeyBase64 : "");
        if (input.IsControlPlane)
        {
            FillControlPlane(cluster, input, contract);
        }
    }

    /// <summary>What every namespace but kube-system must keep to.</summary>
    public static ConfigMap PodSecurity() =>
        Map(
            ("apiVersion", Scalar("pod-security.admission.config.k8s.io/v1alpha1")),
            ("kind", Scalar("PodSecurityConfiguration")),
            (
                "defaults",
                Map(
                    ("audit", Scalar("restricted")),
                    ("audit-version", Scalar("latest")),
                    ("enforce", Scalar("baseline")),
                    ("enforce-version", Scalar("latest")),
                    ("warn", Scalar("restricted")),
                    ("warn-version", Scalar("latest"))
                )
            ),
            (
                "exemptions",
                Map(("namespaces", List(Scalar("kube-system"))), ("runtimeClasses", List()), ("usernames", List()))
            )
        );

    /// <summary>Records who did what, without contents.</summary>
    public static ConfigMap AuditPolicy() =>
        Map(
            ("apiVersion", Scalar("audit.k8s.io/v1")),
            ("kind", Scalar("Policy")),
            ("rules", List(Map(("level", Scalar("Metadata")))))
        );

    public static ConfigMap Map(params ReadOnlySpan<(string Key, ConfigValue Value)> entries)
    {
        var map = new ConfigMap();
        foreach (var (key, value) in entries)
        {
            map.Entries[key] = value;
        }

        return map;
    }

    public static ConfigList List(params ReadOnlySpan<ConfigValue> items) => new([.. items]);

    public static ConfigScalar Scalar(string text) => new(text);

    private static void FillNetwork(ConfigStruct network, BaseInput input)
    {
        if (input.CustomCniUrl.Length > 0)
        {
            network.Open("cni").Set("name", "custom").Set("urls", [input.CustomCniUrl]);
        }

        network
            .Set("dnsDomain", input.DnsDomain)
            .Set("podSubnets", input.PodNets)
            .Set("serviceSubnets", input.ServiceNets);
    }

    private static void FillControlPlane(ConfigStruct cluster, BaseInput input, VersionContract contract)
    {
        var secrets = input.Secrets;
        var version = input.KubernetesVersion;
        if (input.LocalApiServerPort > 0)
        {
            cluster.Open("controlPlane").Set("localAPIServerPort", input.LocalApiServerPort);
        }

        cluster.Set(
            contract.HasSecretbox ? "secretboxEncryptionSecret" : "aescbcEncryptionSecret",
            contract.HasSecretbox ? secrets.SecretboxEncryptionSecret : secrets.AescbcEncryptionSecret
        );
        if (secrets.AescbcEncryptionSecret.Length > 0)
        {
            cluster.Set("aescbcEncryptionSecret", secrets.AescbcEncryptionSecret);
        }

        Put(cluster.Open("aggregatorCA"), secrets.Aggregator);
        cluster.Open("serviceAccount").Set("key", secrets.ServiceAccount.KeyBase64);
        FillApiServer(cluster.Open("apiServer"), input, contract);
        cluster.Open("controllerManager").Set("image", Images.Kubernetes("kube-controller-manager", version));
        cluster.Open("proxy").Set("image", Images.Kubernetes("kube-proxy", version));
        cluster.Open("scheduler").Set("image", Images.Kubernetes("kube-scheduler", version));
        if (input.AllowSchedulingOnControlPlanes)
        {
            cluster.Set("allowSchedulingOnControlPlanes", true);
        }
    }

    private static void FillApiServer(ConfigStruct server, BaseInput input, VersionContract contract)
    {
        server.Set("image", Images.Kubernetes("kube-apiserver", input.KubernetesVersion));
        IEnumerable<string> endpoint = contract.RepeatsEndpointInSans ? [UrlText.Host(input.Endpoint)] : [];
        server.Set("certSANs", endpoint.Concat(input.ApiServerSans));
        if (contract.DisablesPodSecurityPolicy)
        {
            server.Set("disablePodSecurityPolicy", true);
        }

        var plugins = server.Type.Fields[server.Type.Require("admissionControl")];
        var plugin = (StructType)((ListType)plugins.Type).Element;
        server.Put(
            "admissionControl",
            List(plugin.New().Set("name", "PodSecurity").Put("configuration", PodSecurity()))
        );
        if (contract.HasAuditPolicy)
        {
            server.Put("auditPolicy", AuditPolicy());
        }
    }

    private static void Put(ConfigStruct target, PemKeyPair pair) =>
        target.Set("crt", pair.CertificateBase64).Set("key", pair.KeyBase64);
}
