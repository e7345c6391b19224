using HomeOps.Talos.Model;
using static HomeOps.Talos.Generating.ClusterBase;

namespace HomeOps.Talos.Generating;

/// <summary>The documents that take the place of most of <c>cluster:</c> from Talos 1.14 on.</summary>
internal static class KubernetesDocuments
{
    private const string ControlPlaneLabel = "node-role.kubernetes.io/control-plane";

    public static void Add(List<ConfigDocument> documents, BaseInput input)
    {
        AddForAll(documents, input);
        if (input.IsControlPlane)
        {
            AddPolicies(documents, input);
            AddComponents(documents, input);
        }
    }

    private static void AddForAll(List<ConfigDocument> documents, BaseInput input)
    {
        Put(documents, KubeClusterConfig.Kind).Set("clusterName", input.ClusterName).Set("endpoint", input.Endpoint);
        var node = Put(documents, KubeNodeConfig.Kind);
        if (input.IsControlPlane)
        {
            node.SetMap("labels", [new(ControlPlaneLabel, ""), new(MachineBase.LoadBalancerLabel, "")]);
            if (!input.AllowSchedulingOnControlPlanes)
            {
                node.SetMap("taints", [new(ControlPlaneLabel, "NoSchedule")]);
            }
        }

        Put(documents, KubeletConfig.Kind)
            .Set("image", Images.Kubelet(input.KubernetesVersion))
            .Set("defaultRuntimeSeccompProfileEnabled", true);
        Put(documents, KubeNetworkConfig.Kind)
            .Set("dnsDomain", input.DnsDomain)
            .Set("podSubnets", input.PodNets)
            .Set("serviceSubnets", input.ServiceNets);
        var authority = Put(documents, KubeAPIServerCAConfig.Kind);
        if (input.IsControlPlane)
        {
            PutPair(authority, input.Secrets.Kubernetes);
        }
        else
        {
            authority.Set("acceptedCAs", [input.Secrets.Kubernetes.Certificate]);
        }

        Put(documents, KubePrismConfig.Kind).Set("port", MachineBase.KubePrismPort);
    }

    private static void AddPolicies(List<ConfigDocument> documents, BaseInput input)
    {
        PutPair(Put(documents, KubeAggregatorCAConfig.Kind), input.Secrets.Aggregator);
        Put(documents, KubeAdmissionControlConfig.Kind).Set("name", "PodSecurity").Put("configuration", PodSecurity());
        Put(documents, KubeAuditPolicyConfig.Kind).Put("configuration", AuditPolicy());
        var paths = List(
            Map(("path", Scalar("/livez"))),
            Map(("path", Scalar("/readyz"))),
            Map(("path", Scalar("/healthz")))
        );
        var anonymous = Map(("conditions", paths), ("enabled", new ConfigScalar(true)));
        Put(documents, KubeAuthenticationConfig.Kind)
            .Put("configuration", Map(("anonymous", anonymous), ("jwt", List())));
        Put(documents, KubeAuthorizerConfig.Kind).Set("name", "node").Set("type", "Node");
        Put(documents, KubeAuthorizerConfig.Kind).Set("name", "rbac").Set("type", "RBAC");
        Put(documents, KubeEtcdEncryptionConfig.Kind).Put("config", EtcdEncryption(input.Secrets));
        var issuer = Put(documents, KubeServiceAccountConfig.Kind).Open("issuer");
        issuer.Set("privateKey", input.Secrets.ServiceAccount.Key).Set("issuerURL", input.Endpoint);
    }

    private static void AddComponents(List<ConfigDocument> documents, BaseInput input)
    {
        var version = input.KubernetesVersion;
        var server = Put(documents, KubeAPIServerConfig.Kind)
            .Set("image", Images.Kubernetes("kube-apiserver", version));
        if (input.LocalApiServerPort > 0)
        {
            server.Set("apiPort", input.LocalApiServerPort);
        }

        server.Set("certExtraSANs", input.ApiServerSans);
        Put(documents, KubeControllerManagerConfig.Kind)
            .Set("image", Images.Kubernetes("kube-controller-manager", version));
        Put(documents, KubeSchedulerConfig.Kind).Set("image", Images.Kubernetes("kube-scheduler", version));
        Put(documents, KubeProxyConfig.Kind).Set("image", Images.Kubernetes("kube-proxy", version));
        if (input.CustomCniUrl.Length == 0)
        {
            Put(documents, KubeFlannelCNIConfig.Kind).Set("backendType", "vxlan").Set("backendPort", 4789);
        }

        Put(documents, KubeCoreDNSConfig.Kind).Set("enabled", true);
        if (input.CustomCniUrl.Length > 0)
        {
            Put(documents, KubeExternalManifestConfig.Kind).Set("name", "custom-cni").Set("url", input.CustomCniUrl);
        }
    }

    // The names of the keys are those that older versions used, so that what is encrypted stays readable.
    private static ConfigMap EtcdEncryption(SecretsBundle secrets)
    {
        var providers = new ConfigList([]);
        if (secrets.SecretboxEncryptionSecret.Length > 0)
        {
            providers.Items.Add(Provider("secretbox", "key2", secrets.SecretboxEncryptionSecret));
        }

        if (secrets.AescbcEncryptionSecret.Length > 0)
        {
            providers.Items.Add(Provider("aescbc", "key1", secrets.AescbcEncryptionSecret));
        }

        return Map(("resources", List(Map(("providers", providers), ("resources", List(Scalar("secrets")))))));
    }

    private static ConfigMap Provider(string kind, string name, string secret) =>
        Map((kind, Map(("keys", List(Map(("name", Scalar(name)), ("secret", Scalar(secret))))))));

    private static void PutPair(ConfigStruct document, PemKeyPair pair) =>
        document.Open("issuingCA").Set("cert", pair.Certificate).Set("key", pair.Key);

    private static ConfigStruct Put(List<ConfigDocument> documents, DocumentKind kind) =>
        SystemDocuments.Add(documents, kind);
}
