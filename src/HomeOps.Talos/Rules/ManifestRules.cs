using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>Inline manifests have names, each its own.</summary>
internal static class ManifestRules
{
    public static void Check(IEnumerable<ConfigStruct> manifests, DiagnosticBag diagnostics)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var manifest in manifests)
        {
            var name = manifest.Text("name");
            var at = manifest["name"]?.Origin ?? manifest.Origin;
            if (string.IsNullOrWhiteSpace(name))
            {
                diagnostics.Add(TalosDiagnostics.ManifestWithoutName(at));
            }
            else if (!names.Add(name))
            {
                diagnostics.Add(TalosDiagnostics.ManifestTwice(name, at));
            }
        }
    }
}
