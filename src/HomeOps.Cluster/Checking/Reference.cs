using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>A path that one file of the repository names.</summary>
/// <param name="Field">The field it stands in: <c>resources</c>.</param>
/// <param name="Path">The path, relative to the folder of the file that names it.</param>
/// <param name="Node">Where it stands.</param>
/// <param name="Target">What it must lead to.</param>
internal readonly record struct Reference(string Field, string Path, YamlScalar Node, ReferenceTarget Target);

/// <summary>What a reference leads to.</summary>
internal enum ReferenceTarget
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A folder with a kustomization.</summary>
    Kustomization,

    /// <summary>A file of manifests, or a folder with a kustomization.</summary>
    FileOrKustomization,

    /// <summary>A folder; Flux makes a kustomization of what is in it when it has none.</summary>
    Folder,
}
