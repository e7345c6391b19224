using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Inputs;

/// <summary>The files beside talconfig.yaml, decrypted where they are encrypted.</summary>
internal sealed class InputFiles(FileTree tree, string folder, SopsKeyRing? keys, DiagnosticBag diagnostics)
{
    // Many nodes name the same file.
    private readonly Dictionary<string, SourceText?> known = new(StringComparer.Ordinal);

    /// <summary>Patches inside of talconfig.yaml.</summary>
    public InlinePatches Inline { get; } = new();

    /// <summary>The place in the file as it is written: variables and templates without their values.</summary>
    public Location AsWritten(Location place)
    {
        var at = Inline.Place(place);
        var written = at.Source.Text.Length == 0 ? null : known.Values.FirstOrDefault(s => s?.Path == at.Path);
        return written is null || ReferenceEquals(written, at.Source) || written.Text == at.Source.Text
            ? at
            : AsWritten(at, written);
    }

    /// <summary>The finding with its line as it is written.</summary>
    public Diagnostic AsWritten(Diagnostic finding) =>
        finding.Location is { } at ? finding with { Location = AsWritten(at) } : finding;

    /// <summary>What the files hold that may not be shown.</summary>
    public HiddenValues Hidden { get; } = new();

    /// <summary>Reads a file; null when it is not there or cannot be decrypted, the latter reported.</summary>
    public SourceText? TryRead(string path)
    {
        var full = TreePath.Normalize(TreePath.Join(folder, path));
        if (full is null)
        {
            return null;
        }

        if (!known.TryGetValue(full, out var source))
        {
            source = Load(full);
            known.Add(full, source);
        }

        return source;
    }

    /// <summary>Reads what <c>@path</c> names; what is not there is reported at the place that names it.</summary>
    public SourceText? Read(string path, Location? at)
    {
        if (path.StartsWith('/') || TreePath.Normalize(TreePath.Join(folder, path)) is null)
        {
            diagnostics.Add(TalosDiagnostics.FileOutside(path, at));
            return null;
        }

        var before = diagnostics.Count;
        var source = TryRead(path);
        if (source is null && diagnostics.Count == before)
        {
            diagnostics.Add(TalosDiagnostics.FileMissing(path, at));
        }

        return source;
    }

    /// <summary>The place of a file as a whole.</summary>
    public Location Place(string path)
    {
        var full = TreePath.Join(folder, path);
        return Location.OfFile(tree.Root.Length == 0 ? full : $"{tree.Root}/{full}");
    }

    private static Location AsWritten(Location at, SourceText written)
    {
        var line = at.Start.Line;
        if (written.LineCount != at.Source.LineCount || line > written.LineCount)
        {
            return at.Hidden();
        }

        var span = written.GetLineSpan(line);
        var text = written.Text.AsSpan(span.Start, span.Length);
        var indent = text.Length - text.TrimStart().Length;
        return written.At(span.Start + indent, text.Trim().Length);
    }

    private SourceText? Load(string full)
    {
        if (tree.TryRead(full) is not { } bytes)
        {
            return null;
        }

        var shown = tree.Root.Length == 0 ? full : $"{tree.Root}/{full}";
        var source = new SourceText(shown, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
        return IsEncrypted(source) ? Decrypt(source) : source;
    }

    private static bool IsEncrypted(SourceText source)
    {
        if (!source.Text.Contains("sops", StringComparison.Ordinal))
        {
            return false;
        }

        return YamlReader.Read(source).Documents is [{ Root: YamlMapping root }] && root["sops"] is YamlMapping;
    }

    private SourceText? Decrypt(SourceText source)
    {
        if (keys is null)
        {
            diagnostics.Add(TalosDiagnostics.NoKey(Location.OfFile(source.Path)));
            return null;
        }

        Hidden.AddFile(source.Path);
        try
        {
            var plain = new SourceText(source.Path, SopsFormat.For(source.Path).Decrypt(source, keys).ToText());
            Hidden.AddDecrypted(source, plain);
            return plain;
        }
        catch (SopsException e)
        {
            diagnostics.Add(e.Diagnostic);
            return null;
        }
    }
}
