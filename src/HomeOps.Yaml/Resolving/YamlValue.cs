using System.Numerics;

namespace HomeOps.Yaml;

/// <summary>A scalar's meaning: its kind and the value of that kind.</summary>
/// <param name="Kind">Which of the values holds.</param>
/// <param name="Object">
/// null, <see cref="bool"/>, <see cref="long"/> or <see cref="BigInteger"/>, <see cref="double"/>, <see cref="DateOnly"/>,
/// <see cref="YamlTimestamp"/>, <see cref="string"/>, or a byte array; boxed.
/// </param>
public readonly record struct YamlValue(YamlKind Kind, object? Object)
{
    /// <summary>No value.</summary>
    public static YamlValue Null { get; } = new(YamlKind.Null, null);

    /// <summary>Text.</summary>
    public static YamlValue String(string text) => new(YamlKind.String, text);
}
