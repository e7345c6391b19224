using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Globals;

/// <summary>Jinja2's own global functions by name.</summary>
internal static class BuiltinGlobals
{
    /// <summary>The global of that name, missing when Jinja2 has none.</summary>
    public static Value Find(string name) =>
        name switch
        {
            _ => default,
        };
}
