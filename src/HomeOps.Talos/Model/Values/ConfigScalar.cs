using System.Globalization;

namespace HomeOps.Talos.Model;

/// <summary>One text, number or truth value. In free-form maps also a float, a time or null.</summary>
/// <param name="value">string, long, BigInteger, bool, double, a time, or null.</param>
internal sealed class ConfigScalar(object? value) : ConfigValue
{
    public object? Value { get; } = value;

    public string Text => Value as string ?? Convert.ToString(Value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Go's zero value of its kind.</summary>
    public bool IsZero => Value is null or "" or 0L or 0d or false;

    public override ConfigValue Clone() => this;
}
