using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Addresses and routes of a link that is there.</summary>
internal static class LinkConfig
{
    public static DocumentKind Kind { get; } = new("LinkConfig", [Field.Required("name", Str), .. Link.Fields]);
}
