using HomeOps.Files;
using HomeOps.Jinja.Values;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Makejinja;

/// <summary>
/// Reads files of data. Documents of one file and files of one project are merged at the top level only: a later name replaces an earlier
/// one whole.
/// </summary>
internal sealed class DataLoader(FileTree tree, List<Diagnostic> findings, Action<string>? log = null)
{
    /// <summary>The data of all files, and of all files below folders.</summary>
    public PyDict Load(IEnumerable<string> paths)
    {
        var data = new PyDict();
        foreach (var path in paths)
        {
            if (ProjectPath.Normalize(tree, path) is not { } normal)
            {
                findings.Add(MakejinjaDiagnostics.Outside("data", path, at: null));
                continue;
            }

            foreach (var file in Files(normal))
            {
                AddFile(data, file);
            }
        }

        return data;
    }

    /// <summary>Sets single values; a dotted name reaches into mappings, which are made where they are missing.</summary>
    public void AddVariables(PyDict data, IEnumerable<KeyValuePair<string, string>> variables)
    {
        foreach (var (name, text) in variables)
        {
            var parts = name.Split('.');
            var target = data;
            foreach (var part in parts[..^1])
            {
                if (!target.TryGet(part, out var inner))
                {
                    target[part] = inner = new PyDict();
                }

                if (inner.As<PyDict>() is not { } next)
                {
                    findings.Add(MakejinjaDiagnostics.BadDataVariable(name, part));
                    target = new PyDict();
                    break;
                }

                target = next;
            }

            target[parts[^1]] = text;
        }
    }

    private IEnumerable<string> Files(string path)
    {
        if (path.Length > 0 && tree.Find(path) is { Kind: EntryKind.File })
        {
            return [path];
        }

        return tree.Files(path).Where(static f => !f.Name.StartsWith('.')).Select(static f => f.Path);
    }

    private void AddFile(PyDict data, string path)
    {
        var suffix = FileSuffix.Of(path);
        if (suffix is not (".yaml" or ".yml" or ".toml" or ".json"))
        {
            log?.Invoke($"Skip unsupported data '{path}'");
            return;
        }

        log?.Invoke($"Load data '{path}'");
        var earlier = findings.Count;
        Merge(data, path, suffix);
        HideLines(earlier);
    }

    private void Merge(PyDict data, string path, string suffix)
    {
        if (TextFile.Read(tree, path, findings) is not { } source)
        {
            return;
        }

        foreach (var (value, place) in Documents(source, suffix))
        {
            if (value.As<PyDict>() is not { } mapping)
            {
                findings.Add(MakejinjaDiagnostics.DataNotMapping(source.Path, place));
                continue;
            }

            foreach (var (key, item) in mapping.Entries)
            {
                data[key] = item;
            }
        }
    }

    // Data hold secrets, such as the token in cluster.yaml, and findings end up in the logs of CI.
    private void HideLines(int first)
    {
        for (var i = first; i < findings.Count; i++)
        {
            findings[i] = findings[i] with { Location = findings[i].Location?.Hidden() };
        }
    }

    private IEnumerable<(Value Value, Location Place)> Documents(SourceText source, string suffix)
    {
        switch (suffix)
        {
            case ".toml":
                return TomlText.Read(source, findings, static (at, _) => DataDiagnostics.TomlData(at)) is { } table
                    ? [(TomlData.ToDict(table), source.At(0, 0))]
                    : [];
            case ".json":
                return JsonText.Read(source, findings) is { } value ? [(value, source.At(0, 0))] : [];
            default:
                var stream = YamlReader.Read(source);
                findings.AddRange(stream.Diagnostics);
                return stream.HasErrors ? [] : [.. stream.Documents.Select(d => Document(d, source))];
        }
    }

    private (Value Value, Location Place) Document(YamlDocument document, SourceText source) =>
        document.Root is { } root
            ? (new YamlData(source, findings).ToValue(root), source.At(root.Span.Start, 0))
            : (Value.None, source.At(0, 0));
}
