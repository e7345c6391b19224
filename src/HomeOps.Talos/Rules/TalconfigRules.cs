using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;
using HomeOps.Talos.Rules;
using HomeOps.Talos.Talconfig;
using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>What <c>talhelper validate talconfig</c> checks, each finding at its key.</summary>
internal static class TalconfigRules
{
    public static void Check(TalconfigFile talconfig, DiagnosticBag diagnostics)
    {
        var root = talconfig.Root;
        foreach (var key in new[] { "clusterName", "kubernetesVersion", "endpoint" })
        {
            if (root.Text(key).Length == 0)
            {
                diagnostics.Add(TalosDiagnostics.MissingKey(key, root[key]?.Origin ?? root.Origin));
            }
        }

        VersionRules.Check(root, diagnostics);
        CheckCluster(root, diagnostics);
        ManifestRules.Check(RuleSubject.Structs(root, "inlineManifests"), diagnostics);
        if (root.List("additionalMachineCertSans").Count > 0)
        {
            diagnostics.Add(
                TalosDiagnostics.Deprecated(
                    "additionalMachineCertSans",
                    "'certSANs' of 'controlPlane', 'worker' or a node",
                    root["additionalMachineCertSans"]?.Origin
                )
            );
        }

        if (talconfig.Nodes.Count == 0)
        {
            diagnostics.Add(TalosDiagnostics.MissingKey("nodes", root["nodes"]?.Origin ?? root.Origin));
        }
        else if (!talconfig.Nodes.Any(static n => n.Bool("controlPlane") == true))
        {
            diagnostics.Add(TalosDiagnostics.NoControlPlane(root["nodes"]?.Origin));
        }

        var hostnames = new HashSet<string>(StringComparer.Ordinal);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        var minor = VersionContract.Parse(talconfig.TalosVersion)?.Minor;
        foreach (var node in talconfig.Nodes)
        {
            NodeRules.Check(node, minor, hostnames, addresses, diagnostics);
            DeviceRules.Check(
                [.. RuleSubject.Structs(node, "networkInterfaces")],
                node.Text("hostname"),
                node.Bool("controlPlane") == true,
                diagnostics
            );
        }
    }

    private static void CheckCluster(ConfigStruct root, DiagnosticBag diagnostics)
    {
        var endpoint = root.Text("endpoint");
        if (
            endpoint.Length > 0
            && (
                UrlText.Normalize(endpoint) is null
                || UrlText.Scheme(endpoint) != "https"
                || UrlText.Host(endpoint).Length == 0
            )
        )
        {
            diagnostics.Add(TalosDiagnostics.BadEndpoint(endpoint, root["endpoint"]?.Origin));
        }

        if (root.Text("domain") is { Length: > 0 } domain && !Names.IsDomain(domain))
        {
            diagnostics.Add(TalosDiagnostics.BadDomain(domain, root["domain"]?.Origin));
        }

        foreach (var key in new[] { "clusterPodNets", "clusterSvcNets" })
        {
            foreach (
                var net in root.List(key).OfType<ConfigScalar>().Where(static n => NetworkText.Prefix(n.Text) is null)
            )
            {
                diagnostics.Add(TalosDiagnostics.BadNetwork(key, net.Text, net.Origin));
            }
        }

        if (root.Struct("cniConfig") is { } cni)
        {
            PluginRules.Check(cni, cni.Origin, diagnostics);
        }
    }
}
