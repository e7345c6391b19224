namespace HomeOps.Flux;

/// <summary>What a test says of a Kustomization or HelmRelease.</summary>
public enum TestVerdict
{
    /// <summary>Flux would apply it.</summary>
    Pass,

    /// <summary>Flux would report an error, or what it applies cannot work.</summary>
    Fail,

    /// <summary>Nothing is said of it: it is suspended, comes from elsewhere, or what applies it is not applied itself.</summary>
    Skip,
}
