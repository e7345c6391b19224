using System.Globalization;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>One operation of a JSON patch.</summary>
internal sealed record JsonOperation(string Name, string Path, string From, Node? Value, Location At)
{
    /// <summary>Changes a tree; returns its root, which an operation on the whole document replaces.</summary>
    public Node Apply(Node root, ResId target)
    {
        switch (Name)
        {
            case "add":
                return Add(root, Required(target).Copy(), target);
            case "remove":
                Remove(root, Path, target);
                return root;
            case "replace":
                return Replace(root, Required(target).Copy(), target);
            case "move":
                return Add(root, Remove(root, From, target), target);
            case "copy":
                return Add(root, Get(root, From, target).Copy(), target);
            case "test":
                Test(root, target);
                return root;
            default:
                throw new KustomizeException(KustomizeDiagnostics.UnknownOperation(Name, At));
        }
    }

    private Node Required(ResId target) => Value ?? throw Fails("has no value", target);

    private Node Add(Node root, Node value, ResId target)
    {
        if (Path.Length == 0)
        {
            return value;
        }

        var (parent, key) = Parent(root, Path, target);
        switch (parent)
        {
            case MapNode map:
                map.Set(key, value);
                break;
            case SeqNode sequence:
                sequence.Items.Insert(Index(sequence, key, sequence.Items.Count, target), value);
                break;
        }

        return root;
    }

    private Node Replace(Node root, Node value, ResId target)
    {
        if (Path.Length == 0)
        {
            return value;
        }

        var (parent, key) = Parent(root, Path, target);
        switch (parent)
        {
            case MapNode map when map[key] is not null:
                map.Set(key, value);
                break;
            case SeqNode sequence:
                sequence.Items[Index(sequence, key, sequence.Items.Count - 1, target)] = value;
                break;
            default:
                throw Fails($"there is nothing at '{Path}'", target);
        }

        return root;
    }

    private Node Remove(Node root, string path, ResId target)
    {
        var (parent, key) = Parent(root, path, target);
        switch (parent)
        {
            case MapNode map when map[key] is { } removed:
                map.Remove(key);
                return removed;
            case SeqNode sequence:
                var index = Index(sequence, key, sequence.Items.Count - 1, target);
                var item = sequence.Items[index];
                sequence.Items.RemoveAt(index);
                return item;
            default:
                throw Fails($"there is nothing at '{path}'", target);
        }
    }

    private Node Get(Node root, string path, ResId target)
    {
        if (path.Length == 0)
        {
            return root;
        }

        var (parent, key) = Parent(root, path, target);
        return parent switch
        {
            MapNode map when map[key] is { } value => value,
            SeqNode sequence => sequence.Items[Index(sequence, key, sequence.Items.Count - 1, target)],
            _ => throw Fails($"there is nothing at '{path}'", target),
        };
    }

    private void Test(Node root, ResId target)
    {
        Node? found = null;
        if (Path.Length == 0)
        {
            found = root;
        }
        else
        {
            var (parent, key) = Parent(root, Path, target);
            found = parent is MapNode map ? map[key] : Get(root, Path, target);
        }

        if (!JsonForm.AreEqual(found, Value))
        {
            throw Fails($"the value at '{Path}' is another one", target);
        }
    }

    private (Node Parent, string Key) Parent(Node root, string path, ResId target)
    {
        if (!path.StartsWith('/'))
        {
            throw Fails($"'{path}' does not begin with '/'", target);
        }

        var parts = path[1..].Split('/');
        var node = root;
        for (var i = 0; i < parts.Length - 1; i++)
        {
            var key = Unescape(parts[i]);
            node = node switch
            {
                MapNode map when map[key] is { } value => value,
                SeqNode sequence
                    when ParseIndex(key, sequence.Items.Count) is { } index && index < sequence.Items.Count =>
                    sequence.Items[index],
                _ => throw Fails($"there is nothing at '/{string.Join('/', parts[..(i + 1)])}'", target),
            };
        }

        return node is MapNode or SeqNode
            ? (node, Unescape(parts[^1]))
            : throw Fails($"what stands above '{path}' is neither a map nor a list", target);
    }

    private int Index(SeqNode sequence, string key, int highest, ResId target)
    {
        if (key == "-" && highest == sequence.Items.Count)
        {
            return highest;
        }

        return ParseIndex(key, highest + 1) is { } index && index <= highest
            ? index
            : throw Fails($"'{key}' is no place in a list of {sequence.Items.Count}", target);
    }

    // Negative numbers count from the end.
    private static int? ParseIndex(string key, int count) =>
        int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? index >= 0
                ? index
                : index >= -count
                    ? index + count
                    : null
            : null;

    private static string Unescape(string part) =>
        part.Contains('~', StringComparison.Ordinal)
            ? part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            : part;

    private KustomizeException Fails(string reason, ResId target) =>
        new(KustomizeDiagnostics.OperationFails(Name, Path, reason, target, At));
}
