using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>Counts what all ResourceSets of a tree make: a few lines of templates could fill the memory.</summary>
internal sealed class MadeObjects
{
    private const int MaxObjects = 100_000;
    private const long MaxNodes = 3_000_000;

    private int objects;
    private long nodes;

    /// <summary>Counts an object; false when there are too many.</summary>
    public bool Add(MapNode root)
    {
        objects++;
        nodes += Count(root);
        return !IsFull;
    }

    public bool IsFull => objects > MaxObjects || nodes > MaxNodes;

    public static string Limit => $"all ResourceSets together make at most {MaxObjects} objects";

    private static long Count(Node node) =>
        node switch
        {
            MapNode map => 1 + map.Entries.Sum(static e => Count(e.Value)),
            SeqNode sequence => 1 + sequence.Items.Sum(Count),
            _ => 1,
        };
}
