namespace HomeOps.Kustomize;

/// <summary>The type a scalar was read or set with.</summary>
public enum ScalarTag
{
    /// <summary>None: the text decides.</summary>
    None,

    /// <summary>A text.</summary>
    String,

    /// <summary>Nothing.</summary>
    Null,

    /// <summary>A truth value.</summary>
    Bool,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A number with a fraction or an exponent.</summary>
    Float,

    /// <summary>A date or a time.</summary>
    Timestamp,
}
