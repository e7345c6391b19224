using HomeOps.Helm.Templates;
using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>Labels, annotations and taints, in talconfig.yaml and in a machine config alike.</summary>
internal static class LabelRules
{
    public static void Check(ConfigStruct owner, DiagnosticBag diagnostics)
    {
        foreach (var key in new[] { "nodeLabels", "nodeAnnotations", "nodeTaints" })
        {
            foreach (var (name, value) in owner.Map(key))
            {
                var text = ((ConfigScalar)value).Text;
                if (!Names.IsQualified(name))
                {
                    diagnostics.Add(TalosDiagnostics.BadLabelKey(key, name, value.Origin));
                }
                else if (GoTemplate.IsTemplate(text))
                {
                    continue;
                }
                else if (key == "nodeLabels" && !Names.IsLabelValue(text))
                {
                    diagnostics.Add(TalosDiagnostics.BadLabelValue(name, text, value.Origin));
                }
                else if (key == "nodeTaints" && !Names.IsTaint(text))
                {
                    diagnostics.Add(TalosDiagnostics.BadTaint(name, text, value.Origin));
                }
            }
        }
    }
}
