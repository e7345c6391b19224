using System.Text;
using HomeOps.Talos.Model;

namespace HomeOps.Talos.Inputs;

/// <summary>
/// The part of Go templates that patches and labels use: values of the main document by their Go names, as in
/// <c>{{ .MachineConfig.MachineInstall.InstallImage }}</c>.
/// </summary>
internal static class GoTemplate
{
    /// <summary>The text, or null and the expression that is not understood.</summary>
    public static string? Render(string text, ConfigStruct main, out string problem)
    {
        problem = "";
        if (!text.Contains("{{", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            var expression = close < 0 ? text[open..] : text[(open + 2)..close].Trim('-', ' ', '\t');
            if (close < 0 || Value(expression, main) is not { } value)
            {
                problem = expression;
                return null;
            }

            result.Append(text, at, open - at).Append(value);
            at = close + 2;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static string? Value(string expression, ConfigStruct main) =>
        expression switch
        {
            ".MachineConfig.MachineType" => main.Struct("machine")?.Text("type"),
            ".MachineConfig.MachineInstall.InstallImage" => main.Struct("machine")?.Struct("install")?.Text("image"),
            ".MachineConfig.MachineInstall.InstallDisk" => main.Struct("machine")?.Struct("install")?.Text("disk"),
            ".MachineConfig.MachineNetwork.NetworkHostname" => main.Struct("machine")
                ?.Struct("network")
                ?.Text("hostname"),
            ".MachineConfig.MachineKubelet.KubeletImage" => main.Struct("machine")?.Struct("kubelet")?.Text("image"),
            ".ClusterConfig.ClusterName" => main.Struct("cluster")?.Text("clusterName"),
            ".ClusterConfig.ControlPlane.Endpoint" => main.Struct("cluster")?.Struct("controlPlane")?.Text("endpoint"),
            ".ClusterConfig.ClusterNetwork.DNSDomain" => main.Struct("cluster")?.Struct("network")?.Text("dnsDomain"),
            _ => null,
        };
}
