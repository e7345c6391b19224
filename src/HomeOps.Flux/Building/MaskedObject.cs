using System.Text;
using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>Objects as they may be shown: the values of Secrets are placeholders, unless they are encrypted as in the repository.</summary>
public static class MaskedObject
{
    /// <summary>The object as YAML without any secret value of its own.</summary>
    public static string ToYaml(KustomizeResource o) => Masked(o).ToYaml();

    /// <summary>The object as compact JSON without any secret value of its own.</summary>
    public static string ToJson(KustomizeResource o) => Masked(o).ToJson();

    private static MapNode Masked(KustomizeResource o)
    {
        if (o is not { Kind: "Secret", ApiVersion: "v1" })
        {
            return o.Root;
        }

        var copy = (MapNode)o.Root.Copy();
        Mask(copy.Map("data"), isEncoded: true);
        Mask(copy.Map("stringData"), isEncoded: false);
        return copy;
    }

    private static void Mask(MapNode? values, bool isEncoded)
    {
        foreach (var (key, value) in values?.Entries.ToArray() ?? [])
        {
            if (ObjectDecryption.IsEncrypted(Node.TextOf(value) ?? ""))
            {
                continue;
            }

            var text = Placeholder.Of(key, PlaceholderStyle.Marked);
            values?.SetText(key, isEncoded ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text);
        }
    }
}
