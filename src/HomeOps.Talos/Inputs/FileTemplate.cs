namespace HomeOps.Talos.Inputs;

/// <summary>Names of output files and image addresses: a Go template of plain values, <c>{{ .ClusterName }}-{{ .Hostname }}.yaml</c>.</summary>
internal static class FileTemplate
{
    /// <summary>The text, or null when it holds more than the values.</summary>
    public static string? Render(string template, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = template;
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                return null;
            }

            var name = text[(open + 2)..close].Trim('-', ' ').TrimStart('.');
            string? found = null;
            foreach (var (key, value) in values)
            {
                found = key == name ? value : found;
            }

            if (found is null)
            {
                return null;
            }

            text = text[..open] + found + text[(close + 2)..];
            at = open + found.Length;
        }

        return text;
    }
}
