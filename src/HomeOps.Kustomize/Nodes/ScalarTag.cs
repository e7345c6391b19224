namespace HomeOps.Kustomize;

/// <summary>The type a scalar was read or set with.</summary>
internal enum ScalarTag
{
    /// <summary>None: the text decides.</summary>
    None,

    String,
    Null,
    Bool,
    Int,
    Float,
    Timestamp,
}
