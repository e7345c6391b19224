using System.Globalization;

namespace HomeOps.Jinja.Values;

/// <summary>datetime.time, as TOML gives it.</summary>
/// <param name="time">The time of day.</param>
public sealed class PyTime(TimeOnly time) : PyObject
{
    /// <summary>The time of day.</summary>
    public TimeOnly Time { get; } = time;

    /// <inheritdoc/>
    public override string TypeName => "time";

    /// <inheritdoc/>
    public override string TypeModule => "datetime";

    /// <inheritdoc/>
    public override string Str() =>
        Time.ToString(Microseconds == 0 ? "HH:mm:ss" : "HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string Repr()
    {
        var seconds =
            Microseconds != 0 ? $", {Time.Second}, {Microseconds}"
            : Time.Second != 0 ? $", {Time.Second}"
            : "";
        return $"datetime.time({Time.Hour}, {Time.Minute}{seconds})";
    }

    /// <inheritdoc/>
    public override bool IsEqualTo(Value other) => other.As<PyTime>()?.Time == Time;

    /// <inheritdoc/>
    public override int Hash() => Time.GetHashCode();

    /// <inheritdoc/>
    public override int? CompareTo(Value other) => other.As<PyTime>() is { } time ? Time.CompareTo(time.Time) : null;

    /// <inheritdoc/>
    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name switch
        {
            "hour" => Time.Hour,
            "minute" => Time.Minute,
            "second" => Time.Second,
            "microsecond" => Microseconds,
            "isoformat" => new PyFunction(name, (_, _) => Str()),
            _ => default(Value),
        };
        return !value.IsMissing;
    }

    private int Microseconds => (int)(Time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
}
