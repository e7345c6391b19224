using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>One entry of <c>vars</c>: a name that stands for a field of an object.</summary>
internal sealed record Variable(string Name, ResId Target, string FieldPath, Location At)
{
    private static readonly string[] Fields = ["name", "objref", "fieldref"];
    private static readonly string[] TargetFields = ["apiVersion", "group", "version", "kind", "name", "namespace"];
    private static readonly string[] FieldFields = ["fieldPath"];

    public static IReadOnlyList<Variable> ReadAll(FieldReader fields, string name)
    {
        var result = new List<Variable>();
        foreach (var child in fields.Children(name, Fields))
        {
            var target = child.Child("objref", TargetFields);
            var path = child.Child("fieldref", FieldFields)?.Text("fieldPath") ?? "";
            result.Add(
                new Variable(
                    child.Text("name"),
                    target is null
                        ? throw new KustomizeException(
                            KustomizeDiagnostics.VarWithoutObject(child.Text("name"), child.At)
                        )
                        : ReadTarget(target),
                    path.Length == 0 ? "metadata.name" : path,
                    child.At
                )
            );
        }

        return result;
    }

    private static ResId ReadTarget(FieldReader target)
    {
        var version = target.Text("apiVersion");
        var gvk =
            version.Length > 0
                ? Gvk.Of(version, target.Text("kind"))
                : new Gvk(target.Text("group"), target.Text("version"), target.Text("kind"));
        return new ResId(gvk, target.Text("name"), target.Text("namespace"));
    }
}
