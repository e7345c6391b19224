using System.Text;
using HomeOps.Files;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>SECRET. Texts of a run that may be shown nowhere: those of its keys and tokens, and everything that it encrypts.</summary>
internal sealed class SecretTexts
{
    // Shorter texts stand in half of all words.
    private const int Shortest = 5;

    private readonly HashSet<string> values = new(StringComparer.Ordinal);

    /// <summary>Gathers them.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="rendered">The files before they were encrypted.</param>
    /// <param name="encrypted">The same files afterwards.</param>
    public static SecretTexts Of(LoadedInputs inputs, MemoryTree rendered, MemoryTree encrypted)
    {
        var texts = new SecretTexts();
        foreach (var key in inputs.Keys.Values)
        {
            var text = Encoding.UTF8.GetString(key);
            texts.Add(text);
            texts.AddAll(YamlReader.Read(new SourceText("", text)));
        }

        if (inputs.Cluster is { } cluster && YamlReader.Read(cluster).Documents is [{ Root: YamlMapping root }, ..])
        {
            foreach (var entry in root.Entries.Where(static e => SecretKeys.Contains(e.Name ?? "")))
            {
                texts.AddAll(entry.Value);
            }
        }

        foreach (var file in rendered.All)
        {
            if (encrypted.TryRead(file.Path) is { } after && !after.AsSpan().SequenceEqual(file.Content))
            {
                texts.AddEncrypted(file.Text, Encoding.UTF8.GetString(after));
            }
        }

        return texts;
    }

    /// <summary>The text with every secret in it replaced.</summary>
    public string Hide(string text, string replacement)
    {
        foreach (var value in values)
        {
            if (text.Contains(value, StringComparison.Ordinal))
            {
                text = text.Replace(value, replacement, StringComparison.Ordinal);
            }
        }

        return text;
    }

    private void Add(string value)
    {
        foreach (var line in value.Split('\n', StringSplitOptions.TrimEntries))
        {
            // The frame of a key is none of it, and a comment tells when it was made.
            if (line.Length >= Shortest && !line.StartsWith("-----", StringComparison.Ordinal) && line[0] != '#')
            {
                values.Add(line);
                values.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(line)));
            }
        }
    }

    // A key file may be JSON, which is YAML too.
    private void AddAll(YamlStream stream)
    {
        foreach (var document in stream.Documents)
        {
            AddAll(document.Root);
        }
    }

    private void AddAll(YamlNode? node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    AddAll(entry.Value);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    AddAll(item);
                }

                break;
            case YamlScalar scalar:
                Add(scalar.Value);
                break;
        }
    }

    private void AddEncrypted(string before, string after)
    {
        var plain = YamlReader.Read(new SourceText("", before)).Documents;
        var secret = YamlReader.Read(new SourceText("", after)).Documents;
        for (var i = 0; i < Math.Min(plain.Count, secret.Count); i++)
        {
            AddEncrypted(plain[i].Root, secret[i].Root);
        }
    }

    private void AddEncrypted(YamlNode? plain, YamlNode? secret)
    {
        switch (plain?.Resolved, secret?.Resolved)
        {
            case (YamlMapping before, YamlMapping after):
                foreach (var entry in before.Entries)
                {
                    AddEncrypted(entry.Value, entry.Name is { } name ? after[name] : null);
                }

                break;
            case (YamlSequence before, YamlSequence after):
                for (var i = 0; i < Math.Min(before.Items.Count, after.Items.Count); i++)
                {
                    AddEncrypted(before.Items[i], after.Items[i]);
                }

                break;
            case (YamlScalar before, YamlScalar { Value: var value })
                when value.StartsWith("ENC[", StringComparison.Ordinal):
                Add(before.Value);
                break;
        }
    }
}
