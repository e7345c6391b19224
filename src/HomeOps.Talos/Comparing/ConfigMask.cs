using HomeOps.Talos.Inputs;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Comparing;

/// <summary>
/// The lines of a generated file as they may be shown: secrets by the name of their key, by standing in a place for free text, or by
/// having come from an encrypted file are replaced.
/// </summary>
internal sealed class ConfigMask(HiddenValues hidden)
{
    private const string Shown = "(hidden)";

    // Values of these keys are secret wherever they stand in a machine config, talosconfig or kubeconfig.
    private static readonly HashSet<string> SecretKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "aescbcEncryptionSecret",
        "auth",
        "client-key-data",
        "clusterID",
        "clusterSecret",
        "id",
        "identity",
        "identityToken",
        "key",
        "passphrase",
        "password",
        "presharedKey",
        "privateKey",
        "secret",
        "secretboxEncryptionSecret",
        "token",
        "uniqueToken",
    };

    // Whatever stands below these keys may be a secret: nobody knows what people put into files and variables.
    private static readonly HashSet<string> FreeKeys = new(StringComparer.Ordinal)
    {
        "configFiles",
        "content",
        "contents",
        "env",
        "environment",
        "extraHeaders",
        "manifest",
        "variables",
    };

    /// <summary>One line for each line of the text; nothing but its length is shown of what is no YAML.</summary>
    public IReadOnlyList<string> Lines(string text) => Lines(text, known: null, shown: new ShownValues());

    /// <summary>
    /// The lines of a file and of the one that takes its place. Nobody knows any more what was encrypted when the old one was made, so of it
    /// only that is shown which the new one shows too: the values of its keys, and its values elsewhere.
    /// </summary>
    public (IReadOnlyList<string> Before, IReadOnlyList<string> After) Lines(string before, string after)
    {
        var shown = new ShownValues();
        var now = Lines(after, known: null, shown);
        return (Lines(before, shown, new ShownValues()), now);
    }

    private string[] Lines(string text, ShownValues? known, ShownValues shown)
    {
        var source = new SourceText("", text);
        var stream = YamlReader.Read(source);
        var lines = text.Split('\n');
        if (stream.HasErrors)
        {
            return Array.ConvertAll(lines, static l => l.Length == 0 ? l : Shown);
        }

        foreach (var document in stream.Documents)
        {
            var path = document.Root is YamlMapping root ? $"{Text(root, "kind")}/{Text(root, "name")}" : "";
            Visit(new Masking(source, lines, known, shown), document.Root, path, isSecret: false);
        }

        return lines;
    }

    private void Visit(Masking masking, YamlNode? node, string path, bool isSecret)
    {
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    var name = entry.Name ?? "";
                    Visit(
                        masking,
                        entry.Value,
                        $"{path}.{name}",
                        isSecret || FreeKeys.Contains(name) || (SecretKeys.Contains(name) && entry.Value is YamlScalar)
                    );
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Visit(masking, item, path + "[]", isSecret);
                }

                break;
            case YamlScalar { Value.Length: > 0 } scalar:
                if (isSecret || hidden.IsIn(scalar.Value) || masking.Known?.IsShown(path, scalar.Value) == false)
                {
                    masking.Shown.Hide(path);
                    Hide(masking.Source, masking.Lines, scalar.Span);
                }
                else
                {
                    masking.Shown.Show(path, scalar.Value);
                }

                break;
        }
    }

    private static string Text(YamlMapping root, string key) => (root[key] as YamlScalar)?.Value ?? "";

    private sealed record Masking(SourceText Source, string[] Lines, ShownValues? Known, ShownValues Shown);

    private static void Hide(SourceText source, string[] lines, TextSpan span)
    {
        var (first, last) = (source.GetPosition(span.Start), source.GetPosition(span.End));
        var line = lines[first.Line - 1];
        if (first.Line == last.Line)
        {
            lines[first.Line - 1] = line[..(first.Column - 1)] + Shown + line[(last.Column - 1)..];
            return;
        }

        for (var i = first.Line; i < last.Line; i++)
        {
            lines[i] = Indentation(lines[i]) + Shown;
        }

        // What begins in the line of the key: the header of a block, or a quoted text.
        lines[first.Line - 1] = line[first.Column - 1] is '|' or '>' ? line : line[..(first.Column - 1)] + Shown;
    }

    private static string Indentation(string line) => line[..(line.Length - line.TrimStart(' ').Length)];
}
