namespace HomeOps.Kustomize;

/// <summary>
/// What becomes of an empty scalar when kustomize writes an object and reads that again: below a map in braces or a list in brackets it needs
/// quotes, and is a text from then on; elsewhere it is null.
/// </summary>
internal static class FlowText
{
    public static void Settle(Node node, bool isInFlow = false)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var (_, value) in map.Entries)
                {
                    Settle(value, isInFlow || map.IsFlow);
                }

                break;
            case SeqNode sequence:
                foreach (var item in sequence.Items)
                {
                    Settle(item, isInFlow || sequence.IsFlow);
                }

                break;
            case ScalarNode { Text: "", Tag: ScalarTag.Null or ScalarTag.None } scalar when isInFlow:
                scalar.Set("", ScalarTag.String);
                break;
        }
    }
}
