using System.Text.RegularExpressions;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>
/// The lines of a file as they may be shown. Of a file that is encrypted in the repository, or should be, only the keys are; elsewhere the
/// secrets of the run, what stands behind a key that is named like a secret, and private keys are replaced.
/// </summary>
/// <param name="secrets">The secrets of the run.</param>
internal sealed partial class ShownLines(SecretTexts secrets)
{
    private const string Hidden = "(hidden)";

    /// <summary>One line for each line of the text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="isSecret">Whether the file is encrypted in any of its versions.</param>
    public IReadOnlyList<string> Of(string path, string text, bool isSecret)
    {
        var lines = text.Split('\n');
        var source = new SourceText(path, text);
        var yaml = YamlReader.Read(source);
        if (isSecret || yaml.Documents.Any(static d => IsSecret(d.Root)))
        {
            return KeysOnly(source, yaml, lines);
        }

        foreach (var document in yaml.HasErrors ? [] : yaml.Documents)
        {
            HideNamed(source, lines, document.Root, isNamed: false);
        }

        var isInKey = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var isEnd = lines[i].Contains("-----END", StringComparison.Ordinal);
            var isBegin = PrivateKey().IsMatch(lines[i]);
            lines[i] = isInKey && !isEnd ? Indentation(lines[i]) + Hidden : Line(lines[i]);
            isInKey = !isEnd && (isInKey || isBegin);
        }

        return lines;
    }

    private static bool IsSecret(YamlNode? root) =>
        root is YamlMapping mapping && mapping["kind"] is YamlScalar { Value: "Secret" };

    private string Line(string line)
    {
        line = secrets.Hide(line, Hidden);
        line = AgeKey().Replace(line, "AGE-SECRET-KEY-" + Hidden);
        return
            NamedLikeASecret().Match(line) is { Success: true, Groups: var groups }
            && groups["value"].Value is not ("|" or "|-" or ">" or ">-" or "{" or "[")
            ? line[..groups["value"].Index] + Hidden
            : line;
    }

    private static string[] KeysOnly(SourceText source, YamlStream yaml, string[] lines)
    {
        var shown = Array.ConvertAll(
            lines,
            static l => l.TrimStart().Length == 0 || l == "---" ? l : Indentation(l) + Hidden
        );
        var told = new HashSet<int>();
        foreach (var document in yaml.HasErrors ? [] : yaml.Documents)
        {
            ShowKeys(source, lines, shown, told, document.Root);
        }

        return shown;
    }

    private static void ShowKeys(SourceText source, string[] lines, string[] shown, HashSet<int> told, YamlNode? node)
    {
        foreach (var entry in (node as YamlMapping)?.Entries ?? [])
        {
            var end = source.GetPosition(entry.Key.Span.End);
            if (told.Add(end.Line))
            {
                var line = lines[end.Line - 1];
                var rest = line[(end.Column - 1)..].TrimStart(' ', ':');
                shown[end.Line - 1] = line[..(end.Column - 1)] + (rest.Length == 0 ? ":" : ": " + Hidden);
            }

            ShowKeys(source, lines, shown, told, entry.Value);
        }

        foreach (var item in (node as YamlSequence)?.Items ?? [])
        {
            ShowKeys(source, lines, shown, told, item);
        }
    }

    // A block of several lines behind the key of a secret; what stands in the key's own line is seen to as in any text.
    private static void HideNamed(SourceText source, string[] lines, YamlNode? node, bool isNamed)
    {
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    HideNamed(source, lines, entry.Value, isNamed || NamedLikeASecret().IsMatch(entry.Name + ": x"));
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    HideNamed(source, lines, item, isNamed);
                }

                break;
            case YamlScalar { Value.Length: > 0 } scalar when isNamed:
                var (first, last) = (source.GetPosition(scalar.Span.Start), source.GetPosition(scalar.Span.End));
                lines[first.Line - 1] = lines[first.Line - 1][..(first.Column - 1)] + Hidden;
                for (var i = first.Line; i < Math.Min(last.Line, lines.Length); i++)
                {
                    lines[i] =
                        lines[i].Length == 0 || i + 1 == last.Line && last.Column == 1
                            ? lines[i]
                            : Indentation(lines[i]) + Hidden;
                }

                break;
        }
    }

    private static string Indentation(string line) => line[..(line.Length - line.TrimStart(' ').Length)];

    [GeneratedRegex(
        @"[\w.-]*(?:password|passwd|passphrase|secret|token|api[_-]?key|private[_-]?key|credentials?)[""']?\s*[:=]\s*(?<value>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NamedLikeASecret();

    [GeneratedRegex(
        "AGE-SECRET-KEY-[0-9A-Z-]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex AgeKey();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrivateKey();
}
