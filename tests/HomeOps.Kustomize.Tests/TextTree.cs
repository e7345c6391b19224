using HomeOps.Files;

namespace HomeOps.Kustomize.Tests;

/// <summary>Trees of texts, and the least object that kustomize takes.</summary>
internal static class TextTree
{
    public const string AnObject = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    public static MemoryTree Tree(params (string Path, string Text)[] files)
    {
        var tree = new MemoryTree();
        foreach (var (path, text) in files)
        {
            tree.Add(path, text);
        }

        return tree;
    }
}
