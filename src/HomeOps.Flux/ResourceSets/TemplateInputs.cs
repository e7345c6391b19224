using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>Input values as templates see them: numbers whole where they can be, as in Kubernetes' JSON.</summary>
internal static class TemplateInputs
{
    public static Dictionary<string, object?> Of(MapNode map)
    {
        var result = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            result[key] = Of(value);
        }

        return result;
    }

    private static object? Of(Node node) =>
        node switch
        {
            MapNode map => Of(map),
            SeqNode sequence => sequence.Items.Select(Of).ToList(),
            ScalarNode { Value.Object: null or bool or long or double or string } scalar => scalar.Value.Object,
            ScalarNode scalar => scalar.Text,
            _ => null,
        };
}
