using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>The methods of list.</summary>
internal static class ListMethods
{
    public static Method? Find(string name) =>
        name switch
        {
            _ => null,
        };
}
