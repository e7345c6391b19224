using System.Globalization;

namespace HomeOps.Jinja.Values;

/// <summary>datetime.date, as YAML and TOML give it.</summary>
/// <param name="date">The day.</param>
public sealed class PyDate(DateOnly date) : PyObject
{
    /// <summary>The day.</summary>
    public DateOnly Date { get; } = date;

    /// <inheritdoc/>
    public override string TypeName => "date";

    /// <inheritdoc/>
    public override string TypeModule => "datetime";

    /// <inheritdoc/>
    public override string Str() => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string Repr() => $"datetime.date({Date.Year}, {Date.Month}, {Date.Day})";

    /// <inheritdoc/>
    public override bool IsEqualTo(Value other) => other.As<PyDate>()?.Date == Date;

    /// <inheritdoc/>
    public override int Hash() => Date.GetHashCode();

    /// <inheritdoc/>
    public override int? CompareTo(Value other) => other.As<PyDate>() is { } date ? Date.CompareTo(date.Date) : null;

    /// <inheritdoc/>
    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name switch
        {
            "year" => Date.Year,
            "month" => Date.Month,
            "day" => Date.Day,
            "isoformat" => new PyFunction(name, (_, _) => Str()),
            "weekday" => new PyFunction(name, (_, _) => ((int)Date.DayOfWeek + 6) % 7),
            "isoweekday" => new PyFunction(name, (_, _) => (((int)Date.DayOfWeek + 6) % 7) + 1),
            _ => default(Value),
        };
        return !value.IsMissing;
    }
}
