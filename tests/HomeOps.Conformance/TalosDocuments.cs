using HomeOps.Talos;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Conformance;

/// <summary>
/// Each document is written back to the same bytes, also from a text with its keys reversed and its layout changed; an unknown
/// key is an error.
/// </summary>
internal static class TalosDocuments
{
    private const string Carrier = "apiVersion: v1alpha1\nkind: KubeAPIServerConfig\nimage: i\nextraArgs:\n";

    // Texts that Talos reads and writes differently: the slot of a key is written even when it is 0.
    private const string KeyWithoutSlot = "        - tpm:";

    public static IEnumerable<TalosCase> Cases(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .GetFiles(folder, "*.yaml", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(f => new TalosCase($"documents/{Path.GetRelativePath(folder, f)}", "documents", () => Check(f)))
            : [];

    private static string? Check(string path)
    {
        var text = File.ReadAllText(path);
        if (Path.GetFileName(path).StartsWith("args_", StringComparison.Ordinal))
        {
            // Arguments are a type of a key; they stand in a document that has it.
            text =
                Carrier
                + string.Concat(
                    text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => $"    {l}\n")
                );
        }

        var (written, problem) = TalosTexts.Write(new SourceText(path, text));
        if (written is null)
        {
            return problem;
        }

        var expected = text.Contains(KeyWithoutSlot, StringComparison.Ordinal)
            ? text.Replace(KeyWithoutSlot, "        - slot: 0\n          tpm:", StringComparison.Ordinal)
            : text;
        return TalosTexts.Difference(expected, written)
            ?? CheckShuffled(path, text, written)
            ?? CheckUnknownKey(path, text);
    }

    private static string? CheckShuffled(string path, string text, string written)
    {
        var stream = YamlReader.Read(new SourceText(path, text));
        var shuffled = YamlWriter.Write(
            [
                .. stream.Documents.Select(static d => new YamlDocument(
                    d.Source,
                    d.Root is null ? null : Reverse(d.Root)
                )),
            ],
            YamlProfile.Talhelper
        );
        var (again, problem) = TalosTexts.Write(new SourceText(path, shuffled));
        return again is null ? problem : TalosTexts.Difference(written, again);
    }

    private static string? CheckUnknownKey(string path, string text) =>
        MachineConfig.Read(new SourceText(path, text + "noSuchKey: 1\n")).Diagnostics is [{ Severity: Severity.Error }]
            ? null
            : "an unknown key is not an error";

    private static YamlNode Reverse(YamlNode node) =>
        node switch
        {
            YamlMapping mapping => new YamlMapping(
                [.. mapping.Entries.Reverse().Select(static e => new YamlEntry(e.Key, Reverse(e.Value)))],
                mapping.Style
            ),
            YamlSequence sequence => new YamlSequence([.. sequence.Items.Select(Reverse)], sequence.Style),
            _ => node,
        };
}
