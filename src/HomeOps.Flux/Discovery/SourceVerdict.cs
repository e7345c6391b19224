namespace HomeOps.Flux;

/// <summary>Where the files of a Kustomization come from.</summary>
internal enum SourceVerdict
{
    /// <summary>The repository that is being read.</summary>
    Here,

    /// <summary>Somewhere else.</summary>
    Elsewhere,

    /// <summary>The source object was not seen yet.</summary>
    Unknown,
}
