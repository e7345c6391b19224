using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Where events are sent.</summary>
internal static class EventSinkConfig
{
    public static DocumentKind Kind { get; } = new("EventSinkConfig", [Field.Required("endpoint", Str)]);
}
