namespace HomeOps.Helm.Templates;

/// <summary>Fields given one by one: what the names of files and images are made of.</summary>
public sealed class TemplateFields(params (string Name, object Value)[] fields) : ITemplateFields
{
    /// <inheritdoc/>
    public IEnumerable<string> Names => fields.Select(static f => f.Name);

    /// <inheritdoc/>
    public bool TryGet(string name, out object? value)
    {
        foreach (var field in fields)
        {
            if (field.Name == name)
            {
                value = field.Value;
                return true;
            }
        }

        value = null;
        return false;
    }
}
