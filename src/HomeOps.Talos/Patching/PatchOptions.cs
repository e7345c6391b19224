namespace HomeOps.Talos;

/// <summary>How patches are applied.</summary>
public sealed record PatchOptions
{
    /// <summary>
    /// Refuse JSON6902 patches for configs of several documents, as Talos does. Otherwise they are applied to the main document, with
    /// a warning.
    /// </summary>
    public bool Strict { get; init; }
}
