using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Inputs;

/// <summary>
/// Keeps secrets out of findings and differences: whole files that are encrypted on disk, values that came from them or from the secrets of
/// the cluster, and lines that by their look may hold one. Whoever shows a finding of this library calls <see cref="Hide"/>.
/// </summary>
internal sealed class HiddenValues
{
    // Shorter texts stand in half of all words.
    private const int Shortest = 4;

    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> values = new(StringComparer.Ordinal);

    /// <summary>A file of which no line may be shown.</summary>
    public void AddFile(string path) => files.Add(path);

    /// <summary>Whether no line of a file may be shown.</summary>
    public bool HasFile(string path) => files.Contains(path);

    /// <summary>A text that may not be shown, wherever it stands.</summary>
    public void Add(string value)
    {
        foreach (var line in value.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.Length >= Shortest)
            {
                values.Add(line);
            }
        }
    }

    /// <summary>The secrets of the cluster.</summary>
    public void Add(SecretsBundle secrets)
    {
        foreach (var text in secrets.SecretTexts())
        {
            Add(text);
        }
    }

    /// <summary>The values of a YAML file that were encrypted, found by comparing it with its plaintext.</summary>
    public void AddDecrypted(SourceText encrypted, SourceText plain)
    {
        AddFile(plain.Path);
        var (before, after) = (YamlReader.Read(encrypted).Documents, YamlReader.Read(plain).Documents);
        for (var i = 0; i < Math.Min(before.Count, after.Count); i++)
        {
            Compare(before[i].Root, after[i].Root);
        }
    }

    public bool IsIn(string text) => values.Any(v => text.Contains(v, StringComparison.Ordinal));

    /// <summary>The finding without what may not be shown.</summary>
    public Diagnostic Hide(Diagnostic diagnostic) =>
        diagnostic with
        {
            Message = Without(diagnostic.Message),
            Hint = diagnostic.Hint is { } hint ? Without(hint) : null,
            Location = diagnostic.Location is { } at && IsHidden(at) ? at.Hidden() : diagnostic.Location,
        };

    private bool IsHidden(Location at)
    {
        if (files.Contains(at.Path))
        {
            return true;
        }

        var line = at.Source.Text.Length == 0 ? "" : at.Source.GetLine(at.Start.Line).ToString();
        return IsIn(line) || SecretLines.MayHoldOne(line);
    }

    private string Without(string text)
    {
        foreach (var value in values.Where(v => text.Contains(v, StringComparison.Ordinal)))
        {
            text = text.Replace(value, "(not shown)", StringComparison.Ordinal);
        }

        return text;
    }

    private void Compare(YamlNode? encrypted, YamlNode? plain)
    {
        switch (encrypted?.Resolved, plain?.Resolved)
        {
            case (YamlMapping before, YamlMapping after):
                foreach (var entry in after.Entries)
                {
                    Compare(entry.Name is { } name ? before[name] : null, entry.Value);
                }

                break;
            case (YamlSequence before, YamlSequence after):
                for (var i = 0; i < Math.Min(before.Items.Count, after.Items.Count); i++)
                {
                    Compare(before.Items[i], after.Items[i]);
                }

                break;
            case (YamlScalar before, YamlScalar after) when before.Value.StartsWith("ENC[", StringComparison.Ordinal):
                Add(after.Value);
                break;
        }
    }
}
