using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>An entry of <c>postBuild.substituteFrom</c>.</summary>
/// <param name="Kind">ConfigMap or Secret.</param>
/// <param name="Name">The name; the namespace is that of the Kustomization.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
/// <param name="At">Where the entry stands.</param>
public sealed record SubstituteReference(string Kind, string Name, bool IsOptional, Location At);
