using HomeOps.Files;

namespace HomeOps.Makejinja;

/// <summary>The last suffix of a name as Python's pathlib sees it: <c>.jinja</c> and <c>a.</c> have none.</summary>
internal static class FileSuffix
{
    /// <summary>The suffix with its dot; empty when there is none.</summary>
    public static string Of(string path)
    {
        var name = TreePath.Name(path);
        var dot = name.LastIndexOf('.');
        return dot > 0 && dot < name.Length - 1 ? name[dot..] : string.Empty;
    }

    /// <summary>The path without its last suffix.</summary>
    public static string Strip(string path) => path[..^Of(path).Length];
}
