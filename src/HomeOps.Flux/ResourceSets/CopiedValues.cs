using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// ConfigMaps and Secrets whose values the operator takes from elsewhere when it makes them: copied from an object of the tree where there
/// is one, otherwise noted.
/// </summary>
internal sealed class CopiedValues(ObjectIndex index)
{
    private const string Copy = "fluxcd.controlplane.io/copyFrom";
    private const string Convert = "fluxcd.controlplane.io/convertKubeConfigFrom";

    public void Fill(IEnumerable<KustomizeResource> objects, ICollection<Diagnostic> findings)
    {
        foreach (var o in objects.Where(FluxKind.HoldsValues))
        {
            if (o.Annotation(Copy) is { Length: > 0 } from)
            {
                FillFrom(o, from, findings);
            }
            else if (o.Annotation(Convert) is { Length: > 0 } kubeconfig)
            {
                findings.Add(FluxDiagnostics.CopiedInCluster(ObjectKey.Of(o), $"Secret {kubeconfig}", o.At));
            }
        }
    }

    private void FillFrom(KustomizeResource o, string from, ICollection<Diagnostic> findings)
    {
        var parts = from.Trim().Split('/');
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
        {
            findings.Add(FluxDiagnostics.BadCopyFrom(ObjectKey.Of(o), from, o.At));
            return;
        }

        var key = new ObjectKey(o.Kind, parts[0], parts[1]);
        if (index.Find(key) is not { } source)
        {
            findings.Add(FluxDiagnostics.CopiedInCluster(ObjectKey.Of(o), key.ToString(), o.At));
            return;
        }

        foreach (var field in (ReadOnlySpan<string>)["data", "stringData", "type"])
        {
            if (source.Root[field] is { } value)
            {
                o.Root.Set(field, value.Copy());
            }
        }
    }
}
