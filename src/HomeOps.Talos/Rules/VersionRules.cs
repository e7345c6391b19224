using System.Globalization;
using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>Versions: whether they are any, and whether they go together. What is too new to be known is a warning only.</summary>
internal static class VersionRules
{
    // Kubernetes minors that a Talos minor runs.
    private static readonly (int Talos, int From, int To)[] Supported =
    [
        (9, 27, 32),
        (10, 28, 33),
        (11, 29, 34),
        (12, 30, 35),
        (13, 31, 36),
        (14, 32, 37),
    ];

    public static void Check(ConfigStruct root, DiagnosticBag diagnostics)
    {
        var talos = root.Text("talosVersion");
        var contract = talos.Length == 0 ? new VersionContract(13) : VersionContract.Parse(talos);
        if (contract is null)
        {
            diagnostics.Add(TalosDiagnostics.BadTalosVersion(talos, root["talosVersion"]?.Origin));
        }
        else if (
            contract.Value.Minor is < VersionContract.Oldest
            || contract.Value.Minor > VersionContract.Newest.Minor
        )
        {
            diagnostics.Add(TalosDiagnostics.UnknownTalosVersion(talos, root["talosVersion"]?.Origin));
        }

        var kubernetes = root.Text("kubernetesVersion");
        if (kubernetes.Length == 0)
        {
            return;
        }

        if (KubernetesMinor(kubernetes) is not { } minor)
        {
            diagnostics.Add(TalosDiagnostics.BadKubernetesVersion(kubernetes, root["kubernetesVersion"]?.Origin));
            return;
        }

        foreach (var (version, from, to) in Supported)
        {
            if (version == contract?.Minor && (minor < from || minor > to))
            {
                var range = string.Create(CultureInfo.InvariantCulture, $"1.{from} to 1.{to}");
                diagnostics.Add(
                    TalosDiagnostics.VersionsDoNotFit(kubernetes, version, range, root["kubernetesVersion"]?.Origin)
                );
            }
        }
    }

    private static int? KubernetesMinor(string version)
    {
        var parts = version.TrimStart('v').Split('.', 3);
        return
            parts.Length == 3
            && parts[0] == "1"
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            && parts[2].Length > 0
            && char.IsAsciiDigit(parts[2][0])
            ? minor
            : null;
    }
}
