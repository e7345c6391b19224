using HomeOps.Files;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>
/// Reads <c>homeops.toml</c>, which declares in <c>[functions.NAME]</c> and <c>[filters.NAME]</c> what a Python plugin would define.
/// </summary>
internal sealed class DeclarationFile(FileTree tree, List<Diagnostic> findings)
{
    /// <summary>The file in the working folder.</summary>
    public const string FileName = "homeops.toml";

    private static readonly string[] Keys = ["value", "file", "field", "expression", "arguments"];

    /// <summary>All declarations; what is wrong with them is added to the findings. None when there is no such file.</summary>
    public IReadOnlyList<Declaration> Read()
    {
        var declarations = new List<Declaration>();
        if (
            tree.Find(FileName) is not { Kind: EntryKind.File }
            || TextFile.Read(tree, FileName, findings) is not { } source
            || TomlText.Read(source, findings, static (at, _) => DataDiagnostics.TomlData(at)) is not { } root
        )
        {
            return declarations;
        }

        foreach (var entry in root.Entries)
        {
            if (entry.Name is not ("functions" or "filters") || entry.Value is not TomlTable table)
            {
                findings.Add(DeclarationDiagnostics.UnknownTable(entry.Name, source.At(entry.NameSpan)));
                continue;
            }

            foreach (var declared in table.Entries)
            {
                var isFilter = entry.Name is "filters";
                // A name that is declared wrongly is known all the same; nothing is rendered while a declaration is wrong.
                declarations.Add(
                    ReadOne(declared, isFilter, source)
                        ?? new Declaration(
                            declared.Name,
                            isFilter,
                            [],
                            new ConstantBody(""),
                            source.At(declared.NameSpan)
                        )
                );
            }
        }

        return declarations;
    }

    private Declaration? ReadOne(TomlEntry entry, bool isFilter, SourceText source)
    {
        var place = source.At(entry.NameSpan);
        if (entry.Value is not TomlTable table)
        {
            findings.Add(DeclarationDiagnostics.WantsOneSource(entry.Name, place));
            return null;
        }

        var before = findings.Count;
        foreach (var key in table.Entries.Where(static k => !Keys.Contains(k.Name, StringComparer.Ordinal)))
        {
            findings.Add(DeclarationDiagnostics.UnknownKey(key.Name, source.At(key.NameSpan), Meant(key.Name)));
        }

        var arguments = Arguments(entry.Name, table, isFilter, source);
        var body = Body(entry.Name, table, place, source);
        return findings.Count == before && body is not null
            ? new Declaration(entry.Name, isFilter, arguments, body, place)
            : null;
    }

    private static string? Meant(string key) =>
        Spelling.Nearest(key, Keys) ?? (key.Length > 2 ? Array.Find(Keys, k => IsShortFor(key, k)) : null);

    // As "args" is for "arguments".
    private static bool IsShortFor(string shorter, string word)
    {
        var found = 0;
        foreach (var letter in word)
        {
            found += found < shorter.Length && shorter[found] == letter ? 1 : 0;
        }

        return found == shorter.Length && shorter[0] == word[0];
    }

    private List<string> Arguments(string name, TomlTable table, bool isFilter, SourceText source)
    {
        if (table["arguments"] is not { } node)
        {
            return isFilter ? ["value"] : [];
        }

        var items = (node as TomlArray)?.Items ?? [];
        var names = items.ConvertAll(static i => (i as TomlScalar)?.Value as string ?? "");
        if (
            node is not TomlArray
            || names.Count > BoundArguments.Capacity
            || names.Exists(static n => !IsName(n))
            || names.Distinct(StringComparer.Ordinal).Count() < names.Count
            || (isFilter && names.Count == 0)
        )
        {
            findings.Add(DeclarationDiagnostics.BadArguments(name, source.At(node.Span)));
        }

        return names;
    }

    private DeclaredBody? Body(string name, TomlTable table, Location place, SourceText source)
    {
        var bodies = new List<DeclaredBody>(1);
        if (table["value"] is { } value)
        {
            bodies.Add(new ConstantBody(TomlData.ToValue(value)));
        }

        if (Text(name, table, "file", source) is { } file)
        {
            bodies.Add(new FileBody(file, Text(name, table, "field", source)));
        }

        if (Text(name, table, "expression", source) is { } expression)
        {
            bodies.Add(new ExpressionBody(expression));
        }

        if (bodies is [var body] && (body is FileBody || table["field"] is null))
        {
            return body;
        }

        findings.Add(DeclarationDiagnostics.WantsOneSource(name, place));
        return null;
    }

    private string? Text(string name, TomlTable table, string key, SourceText source)
    {
        switch (table[key])
        {
            case null:
                return null;
            case TomlScalar { Value: string { Length: > 0 } text }:
                return text;
            case { } other:
                findings.Add(DeclarationDiagnostics.WantsText(name, key, source.At(other.Span)));
                return null;
        }
    }

    private static bool IsName(string text) =>
        text.Length > 0
        && !char.IsAsciiDigit(text[0])
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
