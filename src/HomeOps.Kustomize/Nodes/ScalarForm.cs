namespace HomeOps.Kustomize;

/// <summary>How a scalar was written, as far as it changes what is read.</summary>
public enum ScalarForm
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In quotes, or as a literal block.</summary>
    Quoted,

    /// <summary>As a block after <c>&gt;</c>.</summary>
    Folded,
}
