using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests;

/// <summary>Jinja2's own tests by name.</summary>
internal static class BuiltinTests
{
    /// <summary>The test of that name, null when Jinja2 has none.</summary>
    public static IReadOnlyList<string> Names => [];

    public static Test? Find(string name) =>
        name switch
        {
            _ => null,
        };
}
