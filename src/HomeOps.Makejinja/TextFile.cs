using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>Reading of text files; what goes wrong becomes a finding.</summary>
internal static class TextFile
{
    private static UTF8Encoding Strict { get; } =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file as text, named by its path; null when it cannot be read or is not UTF-8.</summary>
    public static SourceText? Read(FileTree tree, string path, List<Diagnostic> findings)
    {
        var normal = ProjectPath.Normalize(tree, path);
        if (normal is null)
        {
            findings.Add(MakejinjaDiagnostics.Outside("file", path, at: null));
            return null;
        }

        try
        {
            return new SourceText(Shown(tree, normal), Strict.GetString(tree.Read(normal)));
        }
        catch (DecoderFallbackException)
        {
            findings.Add(DataDiagnostics.NotUtf8(Shown(tree, normal)));
        }
        catch (PathEscapeException)
        {
            findings.Add(MakejinjaDiagnostics.Outside("file", path, at: null));
        }
        catch (IOException failure)
        {
            findings.Add(MakejinjaDiagnostics.Unreadable(Shown(tree, normal), FileFailure.Reason(failure)));
        }

        return null;
    }

    /// <summary>The text with every line end turned into <c>\n</c>, as Python reads text files.</summary>
    public static string WithUnixLineEnds(string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;

    /// <summary>How a path of the tree is shown to people.</summary>
    public static string Shown(FileTree tree, string path) =>
        path.StartsWith('/') ? path : TreePath.Join(tree.Root, path);
}
