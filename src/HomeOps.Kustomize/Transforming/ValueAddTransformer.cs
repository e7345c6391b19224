using HomeOps.Files;

namespace HomeOps.Kustomize;

/// <summary>Puts one value into fields of the objects that selectors pick.</summary>
internal sealed class ValueAddTransformer
{
    private static readonly string[] TargetFields = ["selector", "notSelector", "fieldPath", "filePathPosition"];

    private readonly string value;
    private readonly List<(Selector? Selector, string[] Path, int Position)> targets = [];

    private ValueAddTransformer(string value) => this.value = value;

    public static ValueAddTransformer Read(FieldReader fields, Loader loader)
    {
        var text = fields.Text("value").Trim();
        var result = new ValueAddTransformer(text.Length > 0 ? text : TreePath.Name(loader.Root));
        foreach (var child in fields.Children("targets", TargetFields))
        {
            var path = child.Text("fieldPath");
            if (path.Length == 0)
            {
                throw new KustomizeException(KustomizeDiagnostics.EmptyPathPart(path, child.At));
            }

            result.targets.Add(
                (Selector.Read(child, "selector"), PathSplitter.Split(path, '/'), child.Int("filePathPosition"))
            );
        }

        return result;
    }

    public void Transform(ResMap objects)
    {
        foreach (var (selector, path, position) in targets)
        {
            foreach (var resource in selector is null ? objects.Resources : objects.Select(selector))
            {
                Set(resource, path, position);
            }
        }
    }

    private void Set(Resource resource, string[] path, int position)
    {
        if (path is ["metadata", "namespace"])
        {
            new NamespaceTransformer(value, [], resource.At).Transform(resource);
            return;
        }

        var map = resource.Root;
        foreach (var part in path.AsSpan(0, path.Length - 1))
        {
            map =
                map.MapOrNew(part)
                ?? throw new KustomizeException(
                    KustomizeDiagnostics.NotMap(string.Join('/', path), resource.CurrentId, resource.At)
                );
        }

        var old = map.Text(path[^1]) ?? "";
        map.Overwrite(path[^1], ScalarNode.Untyped(position > 0 ? Insert(old, position - 1) : value));
    }

    // Puts the value between the parts of a file path.
    private string Insert(string filePath, int position)
    {
        var isAbsolute = filePath.StartsWith('/');
        var parts = new List<string>(filePath.Split('/', StringSplitOptions.RemoveEmptyEntries));
        parts.Insert(Math.Min(position, parts.Count), value);
        return (isAbsolute ? "/" : "") + string.Join('/', parts);
    }
}
