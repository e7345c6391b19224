using System.Globalization;

namespace HomeOps.Jinja.Values;

/// <summary>datetime.datetime, as YAML and TOML give it.</summary>
/// <param name="local">Day and time of day; its own kind is not looked at.</param>
/// <param name="offset">The distance from UTC, null for a time without a zone.</param>
public sealed class PyDateTime(DateTime local, TimeSpan? offset) : PyObject
{
    /// <summary>Day and time of day.</summary>
    public DateTime Local { get; } = local;

    /// <summary>The distance from UTC, null for a time without a zone.</summary>
    public TimeSpan? Offset { get; } = offset;

    /// <inheritdoc/>
    public override string TypeName => "datetime";

    /// <inheritdoc/>
    public override string TypeModule => "datetime";

    /// <inheritdoc/>
    public override string Str() => Text(' ');

    /// <inheritdoc/>
    public override string Repr()
    {
        var seconds =
            Microsecond != 0 ? $", {Local.Second}, {Microsecond}"
            : Local.Second != 0 ? $", {Local.Second}"
            : "";
        var zone =
            Offset is not { } o ? ""
            : o == TimeSpan.Zero ? ", tzinfo=datetime.timezone.utc"
            : $", tzinfo=datetime.timezone(datetime.timedelta({Delta(o)}))";
        return $"datetime.datetime({Local.Year}, {Local.Month}, {Local.Day}, {Local.Hour}, {Local.Minute}{seconds}{zone})";
    }

    /// <inheritdoc/>
    public override bool IsEqualTo(Value other) =>
        other.As<PyDateTime>() is { } time && (time.Offset is null) == (Offset is null) && time.Moment == Moment;

    /// <inheritdoc/>
    public override int Hash() => Moment.GetHashCode();

    /// <inheritdoc/>
    public override int? CompareTo(Value other)
    {
        if (other.As<PyDateTime>() is not { } time)
        {
            return null;
        }
        return (time.Offset is null) == (Offset is null)
            ? Moment.CompareTo(time.Moment)
            : throw JinjaException.Type("can't compare offset-naive and offset-aware datetimes");
    }

    /// <inheritdoc/>
    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name switch
        {
            "year" => Local.Year,
            "month" => Local.Month,
            "day" => Local.Day,
            "hour" => Local.Hour,
            "minute" => Local.Minute,
            "second" => Local.Second,
            "microsecond" => Microsecond,
            "isoformat" => new PyFunction(name, (_, arguments) => Text(Separator(arguments))),
            "date" => new PyFunction(name, (_, _) => new PyDate(DateOnly.FromDateTime(Local))),
            "weekday" => new PyFunction(name, (_, _) => ((int)Local.DayOfWeek + 6) % 7),
            "isoweekday" => new PyFunction(name, (_, _) => (((int)Local.DayOfWeek + 6) % 7) + 1),
            _ => default(Value),
        };
        return !value.IsMissing;
    }

    private int Microsecond => (int)(Local.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);

    private DateTime Moment => Local - (Offset ?? TimeSpan.Zero);

    private string Text(char separator)
    {
        var format = Microsecond == 0 ? "HH:mm:ss" : "HH:mm:ss.ffffff";
        var zone = Offset is { } o
            ? $"{(o < TimeSpan.Zero ? '-' : '+')}{o:hh\\:mm}{(o.Seconds == 0 ? "" : o.ToString(@"\:ss", CultureInfo.InvariantCulture))}"
            : "";
        return Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            + separator
            + Local.ToString(format, CultureInfo.InvariantCulture)
            + zone;
    }

    private static char Separator(CallArguments arguments) =>
        arguments.At(0).AsText is { Length: 1 } text ? text[0] : 'T';

    // A timedelta counts negative offsets as a day back and seconds forward.
    private static string Delta(TimeSpan offset)
    {
        var days = offset < TimeSpan.Zero ? -1 : 0;
        var seconds = (int)(offset - TimeSpan.FromDays(days)).TotalSeconds;
        return days == 0 ? $"seconds={seconds}" : $"days=-1, seconds={seconds}";
    }
}
