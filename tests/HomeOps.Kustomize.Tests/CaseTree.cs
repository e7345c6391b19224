using HomeOps.Files;

namespace HomeOps.Kustomize.Tests;

/// <summary>A tree of files written as one text: <c>=== path</c>, then the file's lines.</summary>
internal static class CaseTree
{
    public static MemoryTree Parse(string text) => Of(Files(text));

    /// <summary>Path and text of each file.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Files(string text)
    {
        var files = new List<KeyValuePair<string, string>>();
        foreach (var part in ("\n" + text).Split("\n=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var content = part[(end + 1)..];
            files.Add(new(part[..end], content.EndsWith('\n') || content.Length == 0 ? content : content + "\n"));
        }

        return files;
    }

    /// <summary>A tree of files.</summary>
    public static MemoryTree Of(IEnumerable<KeyValuePair<string, string>> files)
    {
        var tree = new MemoryTree();
        foreach (var (path, text) in files)
        {
            tree.Add(path, text);
        }

        return tree;
    }

    /// <summary>The names of the cases of a folder.</summary>
    public static TheoryData<string> Names(string folder)
    {
        var names = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            names.Add(Path.GetFileNameWithoutExtension(file));
        }

        return names;
    }
}
