using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>Collects the options from their sources and checks the paths among them.</summary>
internal sealed class ConfigLoader(FileTree workingFolder)
{
    private const string VariablePrefix = "MAKEJINJA_";

    private readonly List<Diagnostic> findings = [];
    private readonly Dictionary<string, OptionValue> given = new(StringComparer.Ordinal);
    private bool isFileUnread;

    public MakejinjaConfig Load(IReadOnlyDictionary<string, string> environment, IEnumerable<OptionOverride> overrides)
    {
        ReadFiles(environment.GetValueOrDefault(VariablePrefix + "SETTINGS"));
        foreach (var option in OptionTable.All)
        {
            if (environment.TryGetValue(Variable(option.Name), out var text))
            {
                Give(option, OptionReader.FromText(option, text), Variable(option.Name), place: null);
            }
        }

        foreach (var change in overrides)
        {
            var option =
                OptionTable.Find(change.Name)
                ?? throw new ArgumentException($"There is no option '{change.Name}'.", nameof(overrides));
            Give(option, OptionReader.FromTexts(option, change.Values), change.Name, place: null);
        }

        var options = Build();
        CheckPaths(options);
        return new MakejinjaConfig(options, findings);
    }

    private static string Variable(string option) => VariablePrefix + option.Replace('.', '_').ToUpperInvariant();

    private void ReadFiles(string? settings)
    {
        if (settings is null)
        {
            if (workingFolder.Find(MakejinjaConfig.FileName) is not null)
            {
                ReadFile(MakejinjaConfig.FileName);
            }

            return;
        }

        foreach (var path in settings.Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            ReadFile(path);
        }
    }

    private void ReadFile(string path)
    {
        if (
            TextFile.Read(workingFolder, path, findings) is not { } source
            || TomlText.Read(source, findings, DataDiagnostics.Toml) is not { } root
        )
        {
            isFileUnread = true;
        }
        else if (root["makejinja"] is TomlTable table)
        {
            ReadTable(table, string.Empty, source);
        }
    }

    private void ReadTable(TomlTable table, string prefix, SourceText source)
    {
        foreach (var entry in table.Entries)
        {
            var name = prefix + entry.Name;
            if (OptionTable.Find(name) is { } option)
            {
                var place = source.At(entry.Value.Span);
                Give(option, OptionReader.FromToml(option, entry.Value, source), name, place);
            }
            else if (entry.Value is TomlTable inner && IsGroup(name))
            {
                ReadTable(inner, name + ".", source);
            }
            else
            {
                findings.Add(
                    MakejinjaDiagnostics.UnknownOption(name, source.At(entry.NameSpan), Spelling.Nearest(name, Names()))
                );
            }
        }
    }

    private static bool IsGroup(string name) => name is "delimiter" or "prefix" or "whitespace" or "internal";

    private static IEnumerable<string> Names() =>
        OptionTable
            .All.Select(static o => o.Name)
            .Concat(["delimiter", "prefix", "whitespace"])
            .Where(static n => !n.StartsWith("internal.", StringComparison.Ordinal));

    private void Give(Option option, OptionValue? value, string shownName, Location? place)
    {
        if (value is null || option.Set(new MakejinjaOptions(), value) is null)
        {
            findings.Add(
                MakejinjaDiagnostics.BadOption(
                    shownName,
                    place is null ? OptionReader.WantedAsText(option) : OptionReader.Wanted(option),
                    place ?? value?.Place()
                )
            );
            return;
        }

        given[option.Name] = value;
    }

    private MakejinjaOptions Build()
    {
        var options = new MakejinjaOptions();
        foreach (var option in OptionTable.All)
        {
            if (given.TryGetValue(option.Name, out var value))
            {
                options = option.Set(options, value) ?? options;
            }
        }

        return options;
    }

    private void CheckPaths(MakejinjaOptions options)
    {
        if (options.Output.Length == 0 && !isFileUnread)
        {
            findings.Add(MakejinjaDiagnostics.MissingOutput());
        }

        CheckExisting("inputs", options.Inputs);
        CheckExisting("data", options.Data);
        CheckExisting("import_paths", options.ImportPaths);
        foreach (var (_, files) in options.FileData)
        {
            CheckExisting("file_data", files);
        }
    }

    private void CheckExisting(string option, IReadOnlyList<string> paths)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            var place = given.GetValueOrDefault(option)?.Place(i);
            if (ProjectPath.Normalize(workingFolder, paths[i]) is not { } path)
            {
                findings.Add(MakejinjaDiagnostics.Outside(option, paths[i], place));
                continue;
            }

            try
            {
                if (workingFolder.Find(path) is not { Kind: not EntryKind.Other })
                {
                    findings.Add(MakejinjaDiagnostics.NotFound(option, paths[i], place));
                }
            }
            catch (PathEscapeException)
            {
                findings.Add(MakejinjaDiagnostics.Outside(option, paths[i], place));
            }
        }
    }
}
