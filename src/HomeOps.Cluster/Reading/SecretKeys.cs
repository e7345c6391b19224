using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The keys of cluster.yaml whose values are secret, and the text in which they cannot be seen.</summary>
internal static class SecretKeys
{
    private static readonly string[] Keys = ["cloudflare_token", "notification_token", "notification_url"];

    public static bool Contains(string key) => Keys.Contains(key, StringComparer.Ordinal);

    /// <summary>
    /// The text with every character of a secret value replaced by <c>*</c>, all offsets unchanged, so that a finding can
    /// show the line. Works on lines rather than nodes: it must hold for text that is not YAML too.
    /// </summary>
    public static string Mask(string text)
    {
        if (!Keys.Any(k => text.Contains(k, StringComparison.Ordinal)))
        {
            return text;
        }

        var masked = text.ToCharArray();
        var inValue = false;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is var newline and >= 0 ? newline : text.Length;
            var line = text.AsSpan(start, end - start);
            var hidden = 0;
            if (ValueStart(line) is { } value)
            {
                (inValue, hidden) = (true, value + EmptyAt(line[value..]));
            }
            else
            {
                // A value goes on over the lines that are indented or blank.
                inValue = inValue && (line.IsWhiteSpace() || line[0] is ' ' or '\t');
                hidden = inValue ? 0 : line.Length;
            }

            for (var i = start + hidden; i < end; i++)
            {
                masked[i] = char.IsWhiteSpace(masked[i]) ? masked[i] : '*';
            }

            start = end + 1;
        }

        return new string(masked);
    }

    /// <summary>The text with one value replaced by <c>*</c>: what stands behind a key nobody knows may be anything.</summary>
    public static string Mask(string text, TextSpan value)
    {
        var masked = text.ToCharArray();
        var end = Math.Min(value.End, masked.Length);
        for (var i = value.Start + EmptyAt(text.AsSpan()[Math.Min(value.Start, end)..end]); i < end; i++)
        {
            masked[i] = char.IsWhiteSpace(masked[i]) ? masked[i] : '*';
        }

        return new string(masked);
    }

    // How many characters at the beginning of a value say that it is empty; these hide nothing, and a finding says that it is empty.
    private static int EmptyAt(ReadOnlySpan<char> value)
    {
        var blank = value.Length - value.TrimStart(' ').Length;
        foreach (var empty in (ReadOnlySpan<string>)["\"\"", "''", "null", "~"])
        {
            var rest = value[blank..];
            if (
                rest.StartsWith(empty, StringComparison.Ordinal)
                && (rest.Length == empty.Length || rest[empty.Length] is ' ' or '\t' or '\r' or ',' or '}')
            )
            {
                return blank + empty.Length;
            }
        }

        return 0;
    }

    // Where the value begins in a line that holds a secret key; the key may be quoted or stand inside braces.
    private static int? ValueStart(ReadOnlySpan<char> line)
    {
        int? found = null;
        foreach (var key in Keys)
        {
            var at = line.IndexOf(key, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var colon = line[at..].IndexOf(':');
            var from = colon < 0 ? line.Length : at + colon + 1;
            found = Math.Min(found ?? from, from);
        }

        return found;
    }
}
