using HomeOps.Jinja.Methods;

namespace HomeOps.Jinja.Values;

/// <summary>The methods of Python's own types.</summary>
internal static class MethodTables
{
    /// <summary>The method of a value's type, null when there is none of that name.</summary>
    public static Method? Find(Value owner, string name) =>
        owner.Kind switch
        {
            ValueKind.String => StringMethods.Find(name),
            ValueKind.Dict => DictMethods.Find(name),
            ValueKind.List => ListMethods.Find(name),
            ValueKind.Tuple or ValueKind.Range => TupleMethods.Find(name),
            ValueKind.Markup => MarkupMethods.Find(name),
            ValueKind.Int or ValueKind.Bool or ValueKind.BigInt => IntMethods.Find(name),
            ValueKind.Float => FloatMethods.Find(name),
            _ => null,
        };

    /// <summary>The method, bound to its object.</summary>
    public static bool TryBind(Value owner, string name, out Value value)
    {
        if (Find(owner, name) is { } method)
        {
            value = new PyBoundMethod(owner, name, method);
            return true;
        }
        value = NumberAttributes.Find(owner, name);
        return !value.IsMissing;
    }
}
