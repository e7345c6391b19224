using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Changes fields of YAML or JSON that is itself the text of a field, such as a file in a ConfigMap.</summary>
internal static class StructuredText
{
    /// <summary>
    /// Makes a change where the path goes on below a text that reads as YAML. False, with nothing changed, when it does not.
    /// </summary>
    /// <param name="root">The object.</param>
    /// <param name="path">The path.</param>
    /// <param name="change">Changes the fields that were found.</param>
    /// <param name="make">Makes missing fields; null when they are not made.</param>
    public static bool TryChange(Node root, FieldPath path, Action<List<Slot>> change, Func<Node>? make)
    {
        for (var i = 1; i < path.Parts.Count; i++)
        {
            switch (path.Find(root, i))
            {
                case ScalarNode scalar:
                    return TryChange(scalar, path, i, change, make);
                case null when path.Parts[i - 1] is not "*":
                    return false;
            }
        }

        return false;
    }

    private static bool TryChange(
        ScalarNode scalar,
        FieldPath path,
        int depth,
        Action<List<Slot>> change,
        Func<Node>? make
    )
    {
        try
        {
            if (NodeReader.ReadAll(new SourceText("", scalar.Text)) is not [(MapNode or SeqNode) and var content])
            {
                return false;
            }

            var slots = path.Match(content, depth, make);
            if (slots.Count == 0)
            {
                return false;
            }

            change(slots);
            scalar.SetText(Write(content, scalar.Text));
            return true;
        }
        catch (KustomizeException)
        {
            // Text that cannot be read, or has no such field, is no structured text.
            return false;
        }
    }

    private static string Write(Node content, string before)
    {
        if (before.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            var isPretty =
                before.Contains('\n', StringComparison.Ordinal) && before.Contains("  ", StringComparison.Ordinal);
            return JsonText.Write(content, isPretty);
        }

        return NodeWriter.WriteUnsorted(content).Trim();
    }
}
