namespace HomeOps.Talos.Model;

/// <summary>One kind of document of a machine config: its name and its keys after <c>apiVersion</c> and <c>kind</c>.</summary>
internal sealed class DocumentKind(string name, IReadOnlyList<Field> fields) : StructType(fields)
{
    /// <summary>What stands behind <c>kind:</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Whether several documents of the kind may stand in a config, told apart by <c>name</c>.</summary>
    public bool IsNamed { get; } = fields.Count > 0 && fields[0].Name == "name";

    /// <summary>The first Talos minor of 1.x that knows the kind.</summary>
    public int Since { get; init; } = 1;
}
