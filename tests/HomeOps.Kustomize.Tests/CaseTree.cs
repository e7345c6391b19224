using HomeOps.Files;

namespace HomeOps.Kustomize.Tests;

/// <summary>A tree of files written as one text: <c>=== path</c>, then the file's lines.</summary>
internal static class CaseTree
{
    public static MemoryTree Parse(string text)
    {
        var tree = new MemoryTree();
        foreach (var part in ("\n" + text).Split("\n=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var content = part[(end + 1)..];
            tree.Add(part[..end], content.EndsWith('\n') || content.Length == 0 ? content : content + "\n");
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
