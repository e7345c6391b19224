using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>An object in a file of a Kustomization that is not built: it exists, but what Flux would apply is not known.</summary>
/// <param name="Object">The object as the file has it.</param>
/// <param name="Namespace">Its namespace; empty when only the build could say.</param>
/// <param name="Owner">The Kustomization that would apply it.</param>
/// <param name="Reason">Why that one is not built.</param>
internal sealed record UnbuiltObject(
    KustomizeResource Object,
    string Namespace,
    FluxKustomization Owner,
    Diagnostic Reason
)
{
    /// <summary>Whether it may be the object of a key.</summary>
    public bool MayBe(ObjectKey key) =>
        Object.Kind == key.Kind && Object.Name == key.Name && (Namespace.Length == 0 || Namespace == key.Namespace);
}
