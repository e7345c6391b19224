namespace HomeOps.Helm.Templates;

/// <summary>Tells equal values for <c>uniq</c>.</summary>
internal sealed class ValueComparer : IEqualityComparer<object?>
{
    public static readonly ValueComparer Instance = new();

    bool IEqualityComparer<object?>.Equals(object? x, object? y) => TemplateValues.Equal(x, y);

    // Lists and maps are few: they all count as possibly equal.
    int IEqualityComparer<object?>.GetHashCode(object? value) =>
        value is string or long or double or bool ? value.GetHashCode() : 0;
}
