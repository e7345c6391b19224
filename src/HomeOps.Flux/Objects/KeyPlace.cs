using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Where the key of a value stands: nodes know only their own place.</summary>
internal static class KeyPlace
{
    /// <summary>The place of the key; that of the value when the key is not in front of it; null when the value has none.</summary>
    public static Location? Of(string key, Node value)
    {
        if (value.At is not { } at || at.Span.Start == 0)
        {
            return value.At;
        }

        var text = at.Source.Text;
        var start = text.LastIndexOf(key, Math.Min(at.Span.Start, text.Length) - 1, StringComparison.Ordinal);
        return start >= 0 && text.AsSpan(start + key.Length).TrimStart("\"' ").StartsWith(":")
            ? at.Source.At(start, key.Length)
            : at;
    }
}
