namespace HomeOps.Jinja.Values;

/// <summary>What a <see cref="Value"/> holds, told apart as Python tells its types apart.</summary>
public enum ValueKind
{
    /// <summary>No value at all: an argument not given, a slot never assigned. Never reaches a template.</summary>
    Missing,

    /// <summary>None.</summary>
    None,

    /// <summary>bool, which is also an int.</summary>
    Bool,

    /// <summary>An int that fits 64 bits.</summary>
    Int,

    /// <summary>An int of more than 64 bits.</summary>
    BigInt,

    /// <summary>float.</summary>
    Float,

    /// <summary>str.</summary>
    String,

    /// <summary>Text known to be safe HTML (markupsafe.Markup, a str as well).</summary>
    Markup,

    /// <summary>list.</summary>
    List,

    /// <summary>tuple, also the named pairs of groupby.</summary>
    Tuple,

    /// <summary>dict.</summary>
    Dict,

    /// <summary>range.</summary>
    Range,

    /// <summary>set.</summary>
    Set,

    /// <summary>bytes.</summary>
    Bytes,

    /// <summary>A name or element that is not there.</summary>
    Undefined,

    /// <summary>An iterator: gives its items once.</summary>
    Iterator,

    /// <summary>Every other object: functions, macros, loops, namespaces, dates, modules.</summary>
    Object,
}
