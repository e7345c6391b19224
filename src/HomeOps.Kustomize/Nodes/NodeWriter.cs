using System.Globalization;
using HomeOps.Yaml;

namespace HomeOps.Kustomize;

/// <summary>Writes nodes as kustomize prints objects: keys in natural order, two columns, texts quoted only where needed.</summary>
internal static class NodeWriter
{
    public static string Write(MapNode root)
    {
        var writer = new GoV2Writer();
        Write(writer, root);
        return writer.ToString();
    }

    /// <summary>Writes one document.</summary>
    public static void Write(GoV2Writer writer, MapNode root)
    {
        writer.BeginDocument();
        WriteNode(writer, root);
        writer.EndDocument();
    }

    /// <summary>Writes with keys in the order they have.</summary>
    public static string WriteUnsorted(Node root)
    {
        var writer = new GoV2Writer();
        writer.BeginDocument();
        WriteNode(writer, root, isSorted: false);
        writer.EndDocument();
        return writer.ToString();
    }

    private static void WriteNode(GoV2Writer writer, Node node, bool isSorted = true)
    {
        switch (node)
        {
            case MapNode { Count: 0 }:
                writer.WriteEmptyMapping();
                break;
            case MapNode map:
                WriteMap(writer, map, isSorted);
                break;
            case SeqNode { Items.Count: 0 }:
                writer.WriteEmptySequence();
                break;
            case SeqNode sequence:
                writer.BeginSequence();
                foreach (var item in sequence.Items)
                {
                    writer.BeginItem();
                    WriteNode(writer, item, isSorted);
                }

                writer.EndSequence();
                break;
            case ScalarNode { IsPlainText: true } scalar:
                writer.WriteText(JsonRoundTrip.Of(scalar.Text));
                break;
            case ScalarNode scalar:
                WriteValue(writer, scalar.Value);
                break;
        }
    }

    private static void WriteMap(GoV2Writer writer, MapNode map, bool isSorted)
    {
        var entries = new MapEntry[map.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = map.Entries[i];
        }

        if (isSorted)
        {
            NaturalKeyOrder.Sort<MapEntry>(entries, static e => e.Key);
        }

        writer.BeginMapping();
        foreach (var (key, value) in entries)
        {
            writer.WriteKey(key);
            WriteNode(writer, value, isSorted);
        }

        writer.EndMapping();
    }

    private static void WriteValue(GoV2Writer writer, YamlValue value)
    {
        switch (value.Object)
        {
            case null:
                writer.WriteLiteral("null");
                break;
            case bool truth:
                writer.WriteLiteral(truth ? "true" : "false");
                break;
            case double number:
                writer.WriteLiteral(GoNumberText.Of(number));
                break;
            case string text:
                writer.WriteText(JsonRoundTrip.Of(text));
                break;
            case DateOnly or YamlTimestamp:
                writer.WriteText(YamlScalars.Of(value).Value);
                break;
            case IFormattable whole:
                writer.WriteLiteral(whole.ToString(null, CultureInfo.InvariantCulture));
                break;
        }
    }
}
