using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Names of an address, as in /etc/hosts.</summary>
internal static class StaticHostConfig
{
    public static DocumentKind Kind { get; } =
        new("StaticHostConfig", [Field.Required("name", Str), Field.Required("hostnames", Texts)]);
}
