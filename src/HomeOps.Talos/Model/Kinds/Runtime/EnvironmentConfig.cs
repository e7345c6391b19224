using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Environment variables of Talos itself.</summary>
internal static class EnvironmentConfig
{
    public static DocumentKind Kind { get; } = new("EnvironmentConfig", [Field.Required("variables", TextMap)]);
}
