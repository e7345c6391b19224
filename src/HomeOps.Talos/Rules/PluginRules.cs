using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>Rules for the network plugin, in talconfig.yaml and in a machine config alike.</summary>
internal static class PluginRules
{
    public static void Check(ConfigStruct cni, Location? place, DiagnosticBag diagnostics)
    {
        var name = cni.Text("name");
        var at = cni["name"]?.Origin ?? cni.Origin ?? place;
        if (!ClusterNetwork.Plugins.Contains(name))
        {
            diagnostics.Add(TalosDiagnostics.BadPlugin(name, at));
        }
        else if (name == "custom" && cni.List("urls").Count == 0)
        {
            diagnostics.Add(TalosDiagnostics.PluginWithoutUrls(at));
        }
        else if (name != "custom" && cni.List("urls").Count > 0)
        {
            diagnostics.Add(TalosDiagnostics.PluginWithUrls(name, cni["urls"]?.Origin));
        }

        if (
            name is "custom" or "none"
            && cni.Struct("flannel") is { } flannel
            && (flannel.List("extraArgs").Count > 0 || flannel.Bool("kubeNetworkPoliciesEnabled") == true)
        )
        {
            diagnostics.Add(TalosDiagnostics.PluginWithFlannelSettings(name, flannel.Origin ?? place));
        }

        foreach (
            var url in cni.List("urls").OfType<ConfigScalar>().Where(static u => UrlText.Scheme(u.Text).Length == 0)
        )
        {
            diagnostics.Add(TalosDiagnostics.BadPluginUrl(url.Text, url.Origin));
        }
    }
}
