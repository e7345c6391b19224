namespace HomeOps.Yaml;

/// <summary>What a scalar means to a reader.</summary>
public enum YamlKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A truth value.</summary>
    Bool,

    /// <summary>An integer of any size.</summary>
    Int,

    /// <summary>A binary floating-point number.</summary>
    Float,

    /// <summary>A date without time (PyYAML), or a date that go-yaml reads as midnight UTC.</summary>
    Date,

    /// <summary>A point in time.</summary>
    Timestamp,

    /// <summary>Text.</summary>
    String,

    /// <summary>Bytes written in base64 (<c>!!binary</c>).</summary>
    Binary,

    /// <summary>The merge key <c>&lt;&lt;</c>.</summary>
    Merge,
}
