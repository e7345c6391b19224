using System.Globalization;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// A path of a replacement: fields joined by dots, <c>[key=pattern]</c> or <c>[=pattern]</c> for items of lists, <c>*</c> for all
/// items, a number for one.
/// </summary>
internal sealed class FieldPath(string path, Location at)
{
    private readonly List<string> parts = PathSplitter.SplitBrackets(path);

    public IReadOnlyList<string> Parts => parts;

    /// <summary>The one field it leads to, or null.</summary>
    public Node? Find(Node root) => Find(root, parts.Count);

    /// <summary>What the first parts lead to.</summary>
    public Node? Find(Node root, int count)
    {
        Node? node = root;
        for (var i = 0; i < count && node is not null; i++)
        {
            var part = parts[i].Trim();
            node = part.Length == 0 ? node : Step(node, part);
        }

        return node;
    }

    /// <summary>All places it leads to.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="from">The part to begin with.</param>
    /// <param name="make">Makes the last field where it is missing; null when nothing is made.</param>
    public List<Slot> Match(Node root, int from, Func<Node>? make)
    {
        var result = new List<Slot>();
        Match(root, from, make, result);
        return result;
    }

    private static bool IsIndex(string part, out int index) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out index);

    private static bool IsItem(string part) => part.StartsWith('[') && part.EndsWith(']');

    private Node? Step(Node node, string part)
    {
        if (IsIndex(part, out var index))
        {
            return node is SeqNode list && index < list.Items.Count ? list.Items[index] : null;
        }

        if (part == "-")
        {
            return node is SeqNode { Items: [.., var last] } ? last : null;
        }

        if (IsItem(part))
        {
            var (key, value) = SplitItem(part);
            return (node as SeqNode)?.Items.FirstOrDefault(i =>
                key.Length == 0 ? Node.TextOf(i) == value : (i as MapNode)?.Text(key) == value
            );
        }

        return (node as MapNode)?[part];
    }

    private (string Key, string Value) SplitItem(string part)
    {
        var inner = part[1..^1];
        var equals = inner.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? throw new KustomizeException(KustomizeDiagnostics.BadListPart(part, at))
            : (inner[..equals], inner[(equals + 1)..]);
    }

    private void Match(Node node, int depth, Func<Node>? make, List<Slot> result)
    {
        var part = parts[depth];
        if (IsIndex(part, out var index))
        {
            MatchIndex(node, depth, index, make, result);
        }
        else if (IsItem(part))
        {
            MatchItems(node, depth, SplitItem(part), make, result);
        }
        else if (part == "*")
        {
            if (node is not SeqNode list)
            {
                throw new KustomizeException(KustomizeDiagnostics.NotAList(path, part, at));
            }

            for (var i = 0; i < list.Items.Count; i++)
            {
                Continue(new Slot(list, i), depth, make, result);
            }
        }
        else
        {
            MatchField(node, depth, part, make, result);
        }
    }

    private void Continue(Slot slot, int depth, Func<Node>? make, List<Slot> result)
    {
        if (depth + 1 == parts.Count)
        {
            result.Add(slot);
        }
        else if (slot.Node is { } node and not ScalarNode)
        {
            Match(node, depth + 1, make, result);
        }
    }

    private void MatchField(Node node, int depth, string part, Func<Node>? make, List<Slot> result)
    {
        if (node is not MapNode map)
        {
            throw new KustomizeException(KustomizeDiagnostics.NotAMapOnPath(path, part, at));
        }

        if (map[part] is null)
        {
            if (make is null)
            {
                return;
            }

            map.Set(part, Made(depth, make));
        }

        Continue(new Slot(map, part), depth, make, result);
    }

    private Node Made(int depth, Func<Node> make) =>
        depth + 1 == parts.Count ? make()
        : IsItem(parts[depth + 1]) || IsIndex(parts[depth + 1], out _) ? new SeqNode()
        : new MapNode();

    private void MatchIndex(Node node, int depth, int index, Func<Node>? make, List<Slot> result)
    {
        if (node is not SeqNode list)
        {
            throw new KustomizeException(KustomizeDiagnostics.NotAList(path, parts[depth], at));
        }

        if (index == list.Items.Count && make is not null)
        {
            list.Items.Add(Made(depth, make));
        }

        if (index >= list.Items.Count)
        {
            throw new KustomizeException(KustomizeDiagnostics.IndexBeyond(path, index, list.Items.Count, at));
        }

        Continue(new Slot(list, index), depth, make, result);
    }

    private void MatchItems(Node node, int depth, (string Key, string Value) item, Func<Node>? make, List<Slot> result)
    {
        if (node is not SeqNode list)
        {
            throw new KustomizeException(KustomizeDiagnostics.NotAList(path, parts[depth], at));
        }

        var pattern = Pattern.Search(item.Value, at);
        var before = result.Count;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var text = item.Key.Length == 0 ? Node.TextOf(list.Items[i]) : (list.Items[i] as MapNode)?.Text(item.Key);
            if (text is not null && pattern.IsMatch(text))
            {
                // Further parts do not follow a text.
                if (item.Key.Length == 0)
                {
                    result.Add(new Slot(list, i));
                }
                else
                {
                    Continue(new Slot(list, i), depth, make, result);
                }
            }
        }

        if (result.Count > before || make is null)
        {
            return;
        }

        if (item.Key.Length == 0)
        {
            list.Items.Add(ScalarNode.Untyped(item.Value));
        }
        else
        {
            var made = new MapNode();
            made.Set(item.Key, ScalarNode.Untyped(item.Value));
            list.Items.Add(made);
        }

        if (pattern.IsMatch(item.Value))
        {
            Continue(new Slot(list, list.Items.Count - 1), depth, make, result);
        }
    }
}
