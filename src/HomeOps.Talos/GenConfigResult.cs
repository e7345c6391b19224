using HomeOps.Files;
using HomeOps.Talos.Inputs;
using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>One node's config.</summary>
/// <param name="Hostname">Name of the node.</param>
/// <param name="Addresses">Its addresses.</param>
/// <param name="IsControlPlane">Whether it is part of the control plane.</param>
/// <param name="FileName">Name of its file in the output folder.</param>
/// <param name="Config">The config.</param>
/// <param name="Patched">
/// Which patch set which key last, for <see cref="PatchReport"/>; empty without <see cref="GenConfigOptions.TracesPatches"/>.
/// </param>
public sealed record GeneratedNode(
    string Hostname,
    IReadOnlyList<string> Addresses,
    bool IsControlPlane,
    string FileName,
    MachineConfig Config,
    IReadOnlyList<PatchedKey> Patched
);

/// <summary>What generating gave.</summary>
/// <param name="Files">The files, with paths from the root of the tree; empty after an error.</param>
/// <param name="Nodes">The nodes in the order of talconfig.yaml.</param>
/// <param name="Diagnostics">All findings, ordered by place.</param>
public sealed record GenConfigResult(
    IReadOnlyList<MemoryFile> Files,
    IReadOnlyList<GeneratedNode> Nodes,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    internal HiddenValues Hidden { get; init; } = new();

    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors => Diagnostics.Any(static d => d.Severity == Severity.Error);
}
