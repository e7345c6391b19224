namespace HomeOps.Jinja.Values;

/// <summary>The names that error messages give to types.</summary>
internal static class TypeNames
{
    /// <summary><c>type(x).__name__</c>.</summary>
    public static string Of(Value value) =>
        value.Kind switch
        {
            ValueKind.String => "str",
            ValueKind.None => "NoneType",
            ValueKind.Bool => "bool",
            ValueKind.Int or ValueKind.BigInt => "int",
            ValueKind.Float => "float",
            _ => value.AsObject?.TypeName ?? "NoneType",
        };

    /// <summary>How an undefined speaks of the owner (jinja2.utils.object_type_repr): <c>None</c>, <c>dict object</c>.</summary>
    public static string Described(Value value) =>
        value.IsNone ? "None"
        : value.AsObject is { TypeModule: not "builtins" } o ? $"{o.TypeModule}.{o.TypeName} object"
        : $"{Of(value)} object";
}
