using System.Text;
using HomeOps.Files;

namespace HomeOps.Kustomize;

/// <summary>Where an object came from, or what changed it: the content of the origin and transformation annotations.</summary>
internal sealed record Origin(
    string Path = "",
    string ConfiguredIn = "",
    string ApiVersion = "",
    string Kind = "",
    string Name = "",
    string Namespace = ""
)
{
    /// <summary>The origin below a reference of a kustomization.</summary>
    public Origin Append(string path) => new(Clean(Path.Length == 0 ? path : $"{Path}/{path}"));

    /// <summary>What a built-in transformer or generator of a kustomization file leaves.</summary>
    public Origin BuiltIn(string file, string kind) =>
        new(ConfiguredIn: TreePath.Join(Path, file), ApiVersion: "builtin", Kind: kind);

    /// <summary>The annotation's text.</summary>
    public override string ToString() => Write("", "");

    public static string Write(IReadOnlyList<Origin> origins)
    {
        var text = new StringBuilder();
        foreach (var origin in origins)
        {
            text.Append(origin.Write("- ", "  "));
        }

        return text.ToString();
    }

    private string Write(string first, string rest)
    {
        var text = new StringBuilder();
        void Line(string indent, string key, string value)
        {
            if (value.Length > 0)
            {
                text.Append(text.Length == 0 ? first : rest)
                    .Append(indent)
                    .Append(key)
                    .Append(": ")
                    .Append(value)
                    .Append('\n');
            }
        }

        Line("", "path", Path);
        Line("", "configuredIn", ConfiguredIn);
        if (Kind.Length > 0)
        {
            text.Append(text.Length == 0 ? first : rest).Append("configuredBy:\n");
            Line("  ", "apiVersion", ApiVersion);
            Line("  ", "kind", Kind);
            Line("  ", "name", Name);
            Line("  ", "namespace", Namespace);
        }

        return text.ToString();
    }

    // Like Go's filepath.Clean: "../" at the beginning stays.
    private static string Clean(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
