namespace HomeOps.Helm.Templates;

/// <summary>A value with fields.</summary>
public interface ITemplateFields
{
    /// <summary>The names of its fields, for suggestions.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Finds a field: a text, number, truth value, list, map, or something with fields; null where Go has nil.</summary>
    bool TryGet(string name, out object? value);
}
