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
    string Namespace = "",
    string Repository = "",
    string Revision = ""
)
{
    /// <summary>The origin below a reference of a kustomization.</summary>
    public Origin Append(string path) =>
        !RemoteReference.IsRemote(path) ? this with { Path = Clean(Path.Length == 0 ? path : $"{Path}/{path}") }
        : RemoteReference.Parse(path) is { Repository: { } repository } remote
            ? new Origin(
                remote.Folder,
                Repository: RemoteReference.WithoutPassword(repository.Url),
                Revision: repository.Revision
            )
        : new Origin(path);

    /// <summary>What a built-in transformer or generator of a kustomization file leaves.</summary>
    public Origin BuiltIn(string file, string kind) =>
        this with
        {
            Path = "",
            ConfiguredIn = TreePath.Join(Path, file),
            ApiVersion = "builtin",
            Kind = kind,
        };

    /// <summary>What an annotation says of the place; who made the object is left out.</summary>
    public static Origin Read(string text)
    {
        var origin = new Origin();
        foreach (var line in text.Split('\n'))
        {
            var (key, value) = line.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0
                ? (line[..colon], line[(colon + 2)..])
                : ("", "");
            origin = key switch
            {
                "path" => origin with { Path = value },
                "repo" => origin with { Repository = value },
                "ref" => origin with { Revision = value },
                _ => origin,
            };
        }

        return origin;
    }

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
        Line("", "repo", Repository);
        Line("", "ref", Revision);
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
