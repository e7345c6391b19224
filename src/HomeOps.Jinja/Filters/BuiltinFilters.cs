using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>Jinja2's own filters by name.</summary>
internal static class BuiltinFilters
{
    /// <summary>The filter of that name, null when Jinja2 has none.</summary>
    public static IReadOnlyList<string> Names => [];

    public static Filter? Find(string name) =>
        name switch
        {
            _ => null,
        };
}
