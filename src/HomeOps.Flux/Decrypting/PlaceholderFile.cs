using System.Text;
using HomeOps.Kustomize;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>An encrypted file without what SOPS added, placeholders in place of the values that are encrypted.</summary>
internal static class PlaceholderFile
{
    private const string Own = "sops";

    public static string Of(SourceText source, SopsFormat format, PlaceholderStyle style) =>
        format == SopsFormat.Dotenv || format == SopsFormat.Ini ? OfLines(source.Text, style)
        : format == SopsFormat.Binary ? Placeholder.Of(Files.TreePath.Name(source.Path), style)
        : OfTree(source, format, style);

    private static string OfTree(SourceText source, SopsFormat format, PlaceholderStyle style)
    {
        if (!Node.TryReadAll(source, out var roots, out _))
        {
            return source.Text;
        }

        // SOPS encrypts maps only.
        var documents = new List<string>();
        foreach (var root in roots.OfType<MapNode>())
        {
            root.Remove(Own);
            Replace(root, style);
            documents.Add(format == SopsFormat.Json ? root.ToJson() : root.ToYaml());
        }

        return string.Join("---\n", documents);
    }

    private static void Replace(MapNode map, PlaceholderStyle style)
    {
        foreach (var (key, value) in map.Entries.ToArray())
        {
            if (Replaced(key, value, style) is { } by)
            {
                map.Set(key, by);
            }
        }
    }

    private static ScalarNode? Replaced(string key, Node value, PlaceholderStyle style)
    {
        switch (value)
        {
            case MapNode map:
                Replace(map, style);
                return null;
            case SeqNode sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    sequence.Items[i] = Replaced(key, sequence.Items[i], style) ?? sequence.Items[i];
                }

                return null;
            default:
                return ObjectDecryption.IsEncrypted(Node.TextOf(value) ?? "")
                    ? ScalarNode.String(Placeholder.Of(key, style))
                    : null;
        }
    }

    // NAME=ENC[…] of dotenv, name = ENC[…] of ini; what SOPS keeps for itself is left out.
    private static string OfLines(string text, PlaceholderStyle style)
    {
        var result = new StringBuilder();
        var isOwn = false;
        foreach (var line in text.Split('\n'))
        {
            isOwn = line.StartsWith('[') ? line.StartsWith("[sops]", StringComparison.Ordinal) : isOwn;
            if (isOwn || line.StartsWith("sops_", StringComparison.Ordinal) || line.Length == 0)
            {
                continue;
            }

            var sign = line.IndexOf('=', StringComparison.Ordinal);
            var value = line[(sign + 1)..].Trim();
            result.Append(
                sign > 0 && ObjectDecryption.IsEncrypted(value)
                    ? line[..(sign + 1)] + Placeholder.Of(line[..sign].Trim(), style)
                    : line
            );
            result.Append('\n');
        }

        return result.ToString();
    }
}
