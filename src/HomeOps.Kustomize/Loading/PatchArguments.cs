using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>One entry of <c>patches</c> or <c>patchesJson6902</c>.</summary>
internal sealed record PatchArguments(
    string Path,
    string Patch,
    Selector? Target,
    bool AllowsNameChange,
    bool AllowsKindChange,
    Location At
)
{
    private static readonly string[] Fields = ["path", "patch", "target", "options"];
    private static readonly string[] Options = ["allowNameChange", "allowKindChange"];

    public static IReadOnlyList<PatchArguments> ReadAll(FieldReader fields, string name)
    {
        var result = new List<PatchArguments>();
        foreach (var child in fields.Children(name, Fields))
        {
            result.Add(Read(child, "patch"));
        }

        return result;
    }

    /// <param name="fields">The entry.</param>
    /// <param name="textField">The field that holds the patch itself.</param>
    public static PatchArguments Read(FieldReader fields, string textField)
    {
        // kustomize reads the options as a map of truth values; other names are passed over.
        var options = fields.Child("options", Options);
        return new PatchArguments(
            fields.Text("path"),
            fields.Text(textField),
            Selector.Read(fields, "target"),
            options?.Bool("allowNameChange") ?? false,
            options?.Bool("allowKindChange") ?? false,
            fields.At
        );
    }
}
