namespace HomeOps.Helm.Templates;

/// <summary>Paths with slashes. The names with <c>os</c> do the same: the controllers run on Linux.</summary>
internal static class PathFunctions
{
    public static Dictionary<string, TemplateFunction> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["base"] = new(1, 1, static a => Base(Text(a[0]))),
            ["osBase"] = new(1, 1, static a => Base(Text(a[0]))),
            ["dir"] = new(1, 1, static a => Folder(Text(a[0]))),
            ["osDir"] = new(1, 1, static a => Folder(Text(a[0]))),
            ["clean"] = new(1, 1, static a => Clean(Text(a[0]))),
            ["osClean"] = new(1, 1, static a => Clean(Text(a[0]))),
            ["ext"] = new(1, 1, static a => Extension(Text(a[0]))),
            ["osExt"] = new(1, 1, static a => Extension(Text(a[0]))),
            ["isAbs"] = new(1, 1, static a => Text(a[0]).StartsWith('/')),
            ["osIsAbs"] = new(1, 1, static a => Text(a[0]).StartsWith('/')),
        };

    private static string Text(object? value) => ListFunctions.Text(value);

    private static string Base(string path)
    {
        var text = path.TrimEnd('/');
        return path.Length == 0 ? "."
            : text.Length == 0 ? "/"
            : text[(text.LastIndexOf('/') + 1)..];
    }

    private static string Folder(string path) => Clean(path[..(path.LastIndexOf('/') + 1)]);

    private static string Extension(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[dot..];
    }

    private static string Clean(string path)
    {
        var isRooted = path.StartsWith('/');
        var kept = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && kept.Count > 0 && kept[^1] != "..")
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (part != "." && !(part == ".." && isRooted))
            {
                kept.Add(part);
            }
        }

        var text = (isRooted ? "/" : "") + string.Join('/', kept);
        return text.Length == 0 ? "." : text;
    }
}
