using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>The methods of dict.</summary>
internal static class DictMethods
{
    public static Method? Find(string name) =>
        name switch
        {
            _ => null,
        };
}
