using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>One entry of <c>replacements</c>: a value and where it goes, or the path of a file that holds such entries.</summary>
internal sealed record Replacement(
    string Path,
    ReplacementSource? Source,
    string? SourceValue,
    IReadOnlyList<ReplacementTarget>? Targets,
    Location At
)
{
    private static readonly string[] Fields = ["path", "source", "sourceValue", "targets"];

    public static IReadOnlyList<Replacement> ReadAll(FieldReader fields)
    {
        var result = new List<Replacement>();
        foreach (var child in fields.Children("replacements", Fields))
        {
            result.Add(Read(child));
        }

        return result;
    }

    /// <summary>The entries with those of files in place of their paths.</summary>
    public static IReadOnlyList<Replacement> Load(Loader loader, IReadOnlyList<Replacement> entries)
    {
        var result = new List<Replacement>();
        foreach (var entry in entries)
        {
            if (entry.Path.Length == 0)
            {
                result.Add(entry);
                continue;
            }

            if (entry.Source is not null || entry.Targets is { Count: > 0 })
            {
                throw new KustomizeException(KustomizeDiagnostics.PathAndInline(entry.At));
            }

            var source = loader.LoadText(entry.Path, entry.At);
            foreach (var root in NodeReader.ReadConfiguration(source))
            {
                foreach (var item in root is SeqNode list ? list.Items : [root])
                {
                    result.Add(
                        item is MapNode map
                            ? Read(new FieldReader(map, source, "replacement", Fields.AsSpan(1)))
                            : throw new KustomizeException(KustomizeDiagnostics.NotAMap(source.At(item.Span)))
                    );
                }
            }
        }

        return result;
    }

    private static Replacement Read(FieldReader fields) =>
        new(
            fields.Text("path"),
            ReplacementSource.Read(fields),
            fields.OptionalText("sourceValue"),
            fields.Has("targets") ? ReplacementTarget.ReadAll(fields) : null,
            fields.At
        );
}

/// <summary>Where the value comes from.</summary>
internal sealed record ReplacementSource(ResId Id, string FieldPath, FieldOptions Options, Location At)
{
    private static readonly string[] Fields = ["group", "version", "kind", "name", "namespace", "fieldPath", "options"];

    public static ReplacementSource? Read(FieldReader fields)
    {
        if (fields.Child("source", Fields) is not { } child)
        {
            return null;
        }

        var path = child.Text("fieldPath");
        return new ReplacementSource(
            new ResId(
                new Gvk(child.Text("group"), child.Text("version"), child.Text("kind")),
                child.Text("name"),
                child.Text("namespace")
            ),
            path.Length == 0 ? FieldOptions.DefaultPath : path,
            FieldOptions.Read(child),
            child.At
        );
    }
}

/// <summary>Where the value goes.</summary>
internal sealed record ReplacementTarget(
    Selector? Select,
    IReadOnlyList<Selector> Reject,
    IReadOnlyList<LocatedText> FieldPaths,
    FieldOptions Options,
    Location At
)
{
    private static readonly string[] Fields = ["select", "reject", "fieldPaths", "options"];

    public static IReadOnlyList<ReplacementTarget> ReadAll(FieldReader fields)
    {
        var result = new List<ReplacementTarget>();
        foreach (var child in fields.Children("targets", Fields))
        {
            var reject = new List<Selector>();
            foreach (var item in child.Children("reject", Selector.Fields))
            {
                reject.Add(Selector.Read(item));
            }

            var paths = child.Texts("fieldPaths");
            result.Add(
                new ReplacementTarget(
                    Selector.Read(child, "select"),
                    reject,
                    paths.Count == 0 ? [new LocatedText(FieldOptions.DefaultPath, child.At)] : paths,
                    FieldOptions.Read(child),
                    child.At
                )
            );
        }

        return result;
    }
}

/// <summary>Which part of a text is meant, and whether missing fields are made.</summary>
internal sealed record FieldOptions(string Delimiter, int Index, bool Creates)
{
    public const string DefaultPath = "metadata.name";

    private static readonly string[] Fields = ["delimiter", "index", "encoding", "create"];

    public static FieldOptions Read(FieldReader fields)
    {
        var child = fields.Child("options", Fields);
        return new FieldOptions(
            child?.Text("delimiter") ?? "",
            child?.Int("index") ?? 0,
            child?.Bool("create") ?? false
        );
    }
}
