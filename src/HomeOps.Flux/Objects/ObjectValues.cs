using System.Text;
using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>The values of ConfigMaps and Secrets.</summary>
internal static class ObjectValues
{
    /// <summary>Keys and values; placeholders for what is encrypted. Secret values are decoded, <c>stringData</c> wins.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(KustomizeResource o, FluxOptions options)
    {
        var isSecret = o.Kind == "Secret";
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in o.Root.Map("data")?.Entries ?? [])
        {
            values[key] = isSecret ? Decoded(key, TextOf(value), options) : Plain(key, TextOf(value), options);
        }

        foreach (var (key, value) in (isSecret ? o.Root.Map("stringData")?.Entries : null) ?? [])
        {
            values[key] = Plain(key, TextOf(value), options);
        }

        return [.. values];
    }

    /// <summary>Whether one value is encrypted.</summary>
    public static bool IsEncrypted(KustomizeResource o, string key) =>
        ObjectDecryption.IsEncrypted(o.Root.Map("stringData")?.Text(key) ?? o.Root.Map("data")?.Text(key) ?? "");

    private static string TextOf(Node value) =>
        value is ScalarNode scalar && !Node.IsMissingOrNull(value) ? scalar.Text : "";

    private static string Plain(string key, string value, FluxOptions options) =>
        ObjectDecryption.IsEncrypted(value) ? Placeholder.Of(key, options.Placeholders) : value;

    // What is no base64 the API server refuses; the text itself is as good as any.
    private static string Decoded(string key, string value, FluxOptions options)
    {
        if (ObjectDecryption.IsEncrypted(value))
        {
            return Placeholder.Of(key, options.Placeholders);
        }

        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(value.ReplaceLineEndings("")));
        }
        catch (FormatException)
        {
            return value;
        }
    }
}
