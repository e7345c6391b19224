using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Findings about a text that holds secrets.</summary>
internal static class SecretPlaces
{
    /// <summary>The finding with its file and line, and without the line's text: printing shows the line a finding is about.</summary>
    public static Diagnostic Hidden(Diagnostic finding, string path)
    {
        const string Shown = "(not shown)";
        if (finding.Location is not { Source.Text.Length: > 0 } place || place.Path != path)
        {
            return finding;
        }

        var line = place.Start.Line;
        return finding with
        {
            Location = new SourceText(path, new string('\n', line - 1) + Shown).At(line - 1, Shown.Length),
        };
    }
}
