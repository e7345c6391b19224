using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A link that leads nowhere.</summary>
internal static class DummyLinkConfig
{
    public static DocumentKind Kind { get; } =
        new("DummyLinkConfig", [Field.Required("name", Str), Field.Optional("hardwareAddr", Mac), .. Link.Fields]);
}
