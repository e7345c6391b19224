using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>Where a document stands in brackets.</summary>
internal sealed class FlowSpans
{
    private readonly List<TextSpan> spans = [];

    public FlowSpans(YamlNode? root)
    {
        if (root is not null)
        {
            Collect(root);
        }
    }

    /// <summary>Whether an offset lies within brackets.</summary>
    public bool Contains(int offset)
    {
        var (low, high) = (0, spans.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (offset < spans[middle].Start)
            {
                high = middle - 1;
            }
            else if (offset >= spans[middle].End)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void Collect(YamlNode node)
    {
        switch (node)
        {
            case YamlMapping { Style: CollectionStyle.Flow } or YamlSequence { Style: CollectionStyle.Flow }:
                spans.Add(node.Span);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Collect(entry.Key);
                    Collect(entry.Value);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Collect(item);
                }

                break;
        }
    }
}
