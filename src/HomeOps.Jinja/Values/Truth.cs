namespace HomeOps.Jinja.Values;

/// <summary>Python's bool().</summary>
internal static class Truth
{
    /// <exception cref="JinjaException">UndefinedError for an undefined of the strict mode.</exception>
    public static bool Of(Value value) =>
        value.Kind switch
        {
            ValueKind.Bool or ValueKind.Int => value.AsInt64 != 0,
            ValueKind.String => (value.AsText ?? "").Length != 0,
            ValueKind.Missing or ValueKind.None => false,
            ValueKind.Float => value.AsDouble != 0,
            _ => value.AsObject?.IsTrue ?? false,
        };
}
