using System.Text;

namespace HomeOps.Cluster;

/// <summary>The sample files of a new repository.</summary>
internal static class Sample
{
    /// <summary>A sample with its <c>{{placeholders}}</c> filled in.</summary>
    public static string Text(string name, IReadOnlyDictionary<string, string> values)
    {
        using var stream =
            typeof(Sample).Assembly.GetManifestResourceStream($"samples/{name}")
            ?? throw new ArgumentException($"There is no sample '{name}'.", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        foreach (var (key, value) in values)
        {
            text = text.Replace("{{" + key + "}}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
