namespace HomeOps.Sops;

/// <summary>The types SOPS tells apart: each is encrypted with its name and comes back as what it was.</summary>
public enum SopsType
{
    /// <summary>No value; never encrypted, never part of the MAC.</summary>
    Null,

    /// <summary>Text.</summary>
    String,

    /// <summary>A signed 64-bit integer.</summary>
    Int,

    /// <summary>A double.</summary>
    Float,

    /// <summary>A truth value.</summary>
    Bool,

    /// <summary>A point in time.</summary>
    Time,

    /// <summary>Bytes that are no UTF-8 text (<c>!!binary</c> in YAML).</summary>
    Binary,
}
