using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>Finds <c>${NAME}</c> in texts, whatever operator stands behind the name; <c>$${</c> is none.</summary>
internal static class VariableNames
{
    /// <summary>The names in all keys and values, once each, in the order met.</summary>
    public static IReadOnlyList<string> In(Node node)
    {
        var names = new List<string>();
        Collect(node, names);
        return names;
    }

    /// <summary>The names in a text.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0; )
        {
            var end = at + 2;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            var name = text[(at + 2)..end];
            if (VariableSet.IsName(name) && end < text.Length && (at == 0 || text[at - 1] != '$'))
            {
                yield return name;
            }

            at = text.IndexOf("${", end, StringComparison.Ordinal);
        }
    }

    private static void Collect(Node node, List<string> names)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var (key, value) in map.Entries)
                {
                    Add(key, names);
                    Collect(value, names);
                }

                break;
            case SeqNode sequence:
                foreach (var item in sequence.Items)
                {
                    Collect(item, names);
                }

                break;
            default:
                Add(Node.TextOf(node) ?? "", names);
                break;
        }
    }

    private static void Add(string text, List<string> names)
    {
        foreach (var name in In(text))
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                names.Add(name);
            }
        }
    }
}
