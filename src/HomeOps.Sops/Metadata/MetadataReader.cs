using System.Globalization;
using HomeOps.Text;

namespace HomeOps.Sops.Metadata;

/// <summary>
/// Understands a <c>sops</c> block. Keys may come in any order, unknown ones are kept, and numbers and truth values may be
/// written as strings, as in SOPS.
/// </summary>
/// <param name="source">The text of the file.</param>
/// <param name="usual">The selector of a file that names none.</param>
internal sealed class MetadataReader(SourceText source, SopsSelector usual)
{
    private static readonly string[] OtherKinds = ["pgp", "kms", "gcp_kms", "hckms", "azure_kv", "hc_vault"];

    private static readonly SelectorKind[] SelectorKinds =
    [
        SelectorKind.UnencryptedSuffix,
        SelectorKind.EncryptedSuffix,
        SelectorKind.UnencryptedRegex,
        SelectorKind.EncryptedRegex,
        SelectorKind.UnencryptedCommentRegex,
        SelectorKind.EncryptedCommentRegex,
    ];

    /// <summary>Reads a block.</summary>
    /// <param name="block">What stands under <c>sops</c>.</param>
    /// <exception cref="SopsException">Something that SOPS needs is missing or wrong.</exception>
    public SopsMetadata Read(SopsNode block)
    {
        var map = block as SopsMap ?? throw Bad(SopsDiagnostics.MetadataNotMap(source.At(block.Span)));
        var at = source.At(map.Span);
        var version = Text(map, "version");
        if (version.Length == 0)
        {
            throw Bad(SopsDiagnostics.NoVersion(at));
        }

        var selector = ReadSelector(map);
        var lastModified =
            Rfc3339.Seconds(Text(map, "lastmodified"))
            ?? throw Bad(SopsDiagnostics.BadLastModified(source.At((map["lastmodified"] ?? map).Span)));
        var groups = ReadGroups(map);
        if (groups.All(static g => g.IsEmpty))
        {
            throw Bad(SopsDiagnostics.NoKeysInFile(at));
        }

        return new SopsMetadata(
            groups,
            int.TryParse(Text(map, "shamir_threshold"), CultureInfo.InvariantCulture, out var threshold)
                ? threshold
                : 0,
            lastModified,
            Text(map, "mac"),
            selector,
            IsTrue(map["mac_only_encrypted"]),
            version,
            map
        );
    }

    /// <summary>Whether a truth value is true, however it is written.</summary>
    public static bool IsTrue(SopsNode? node) =>
        node is SopsScalar { Text: "True" or "true" or "TRUE" or "t" or "T" or "1" };

    private SopsSelector ReadSelector(SopsMap map)
    {
        SopsSelector? found = null;
        foreach (var kind in SelectorKinds)
        {
            var selector = new SopsSelector(kind, "");
            var name = selector.Name ?? "";
            var pattern = Text(map, name);
            if (pattern.Length == 0)
            {
                continue;
            }

            if (found is not null)
            {
                throw Bad(SopsDiagnostics.TwoSelectors(found.Name ?? "", name, source.At(map.Span)));
            }

            found = selector with { Pattern = pattern };
        }

        return found ?? usual;
    }

    private List<KeyGroup> ReadGroups(SopsMap map)
    {
        if (map["key_groups"] is SopsList { Items.Count: > 0 } list)
        {
            return [.. list.Items.OfType<SopsMap>().Select(ReadGroup)];
        }

        return [ReadGroup(map)];
    }

    private KeyGroup ReadGroup(SopsMap map)
    {
        var others = Array.FindAll(OtherKinds, kind => map[kind] is SopsList { Items.Count: > 0 });
        var age = map["age"] switch
        {
            null or SopsScalar { Type: SopsType.Null } => [],
            SopsList list => list.Items.OfType<SopsMap>().ToList(),
            var node => throw Bad(SopsDiagnostics.BadMetadataField("age", source.At(node.Span))),
        };
        return new KeyGroup([.. age.Select(k => new AgeKey(Text(k, "recipient"), Armored(Text(k, "enc"))))], others);
    }

    // INI files of releases before 3.13 hold the line ends of the armor as two characters.
    private static string Armored(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? text : text.Replace("\\n", "\n", StringComparison.Ordinal);

    private static string Text(SopsMap map, string key) => map[key] is SopsScalar scalar ? scalar.Text : "";

    private static SopsException Bad(Diagnostic diagnostic) => new(SopsFailure.BadMetadata, diagnostic);
}
