using System.Globalization;
using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja;

/// <summary>Which of Python's classes of module datetime a value belongs to.</summary>
internal enum TemporalKind
{
    Date,
    DateTime,
    Time,
}

/// <summary>A date, a time, or both, as PyYAML and tomllib make them: printed and compared as Python does.</summary>
/// <param name="temporal">Its class.</param>
/// <param name="local">The fields as written.</param>
/// <param name="offset">The zone; null for none.</param>
internal sealed class PyTemporal(TemporalKind temporal, DateTime local, TimeSpan? offset = null) : PyObject
{
    private readonly TemporalKind temporal = temporal;
    private readonly DateTime local = local;
    private readonly TimeSpan? offset = offset;

    public override string TypeName =>
        temporal switch
        {
            TemporalKind.Date => "date",
            TemporalKind.DateTime => "datetime",
            _ => "time",
        };

    public override string TypeModule => "datetime";

    private int Microsecond => (int)(local.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);

    public override string Str() => Text(" ");

    public override string Repr()
    {
        List<int> fields = temporal == TemporalKind.Time ? [] : [local.Year, local.Month, local.Day];
        if (temporal != TemporalKind.Date)
        {
            fields.AddRange([local.Hour, local.Minute]);
            if (local.Second > 0 || Microsecond > 0)
            {
                fields.Add(local.Second);
            }

            if (Microsecond > 0)
            {
                fields.Add(Microsecond);
            }
        }

        return $"datetime.{TypeName}({string.Join(", ", fields)}{ZoneRepr()})";
    }

    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        var (hasDate, hasTime) = (temporal != TemporalKind.Time, temporal != TemporalKind.Date);
        value = name switch
        {
            "year" when hasDate => local.Year,
            "month" when hasDate => local.Month,
            "day" when hasDate => local.Day,
            "hour" when hasTime => local.Hour,
            "minute" when hasTime => local.Minute,
            "second" when hasTime => local.Second,
            "microsecond" when hasTime => Microsecond,
            "isoformat" => new PyFunction("isoformat", (_, _) => Text("T")),
            _ => default(Value),
        };
        return !value.IsMissing;
    }

    public override bool IsEqualTo(Value other) => other.As<PyTemporal>() is { } it && CompareTo(it) == 0;

    public override int? CompareTo(Value other) => other.As<PyTemporal>() is { } it ? CompareTo(it) : null;

    public override int Hash() => HashCode.Combine(temporal, local - (offset ?? TimeSpan.Zero));

    // Python orders neither a date and a datetime, nor a time with a zone and one without.
    private int? CompareTo(PyTemporal other) =>
        temporal != other.temporal || offset.HasValue != other.offset.HasValue
            ? null
            : (local - (offset ?? TimeSpan.Zero)).CompareTo(other.local - (other.offset ?? TimeSpan.Zero));

    private string Text(string separator)
    {
        var date = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var time = local.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        time += Microsecond > 0 ? $".{Microsecond:D6}" : "";
        return temporal switch
        {
            TemporalKind.Date => date,
            TemporalKind.Time => time,
            _ => date + separator + time + Zone(),
        };
    }

    private string Zone() =>
        offset is not { } zone
            ? ""
            : (zone < TimeSpan.Zero ? "-" : "+") + zone.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    private string ZoneRepr() =>
        offset switch
        {
            null => "",
            { Ticks: 0 } => ", tzinfo=datetime.timezone.utc",
            { } zone when zone > TimeSpan.Zero =>
                $", tzinfo=datetime.timezone(datetime.timedelta(seconds={(int)zone.TotalSeconds}))",
            // Python keeps a timedelta as days and a positive rest.
            { } zone =>
                $", tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds={86400 + (int)zone.TotalSeconds}))",
        };
}
