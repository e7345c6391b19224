using System.Text;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Kustomize;

/// <summary>
/// Turns YAML documents into nodes: scalars typed as go-yaml v3 types them, aliases written out, merge keys merged. Throws
/// <see cref="KustomizeException"/> for what Kubernetes objects cannot hold.
/// </summary>
internal sealed class NodeReader
{
    // Aliases of a file may stand for this many nodes; what is larger is an attack or a mistake.
    private const int MaxNodes = 2_000_000;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly YamlDocument document;
    private readonly ICollection<Diagnostic>? warnings;
    private readonly bool isConfiguration;
    private readonly bool isPatch;
    private int count;

    private NodeReader(
        YamlDocument document,
        ICollection<Diagnostic>? warnings,
        bool isConfiguration,
        bool isPatch = false
    ) =>
        (this.document, this.warnings, this.isConfiguration, this.isPatch) = (
            document,
            warnings,
            isConfiguration,
            isPatch
        );

    /// <summary>The roots of all documents of a file of objects.</summary>
    public static List<Node> ReadAll(SourceText source) => ReadAll(source, null, isConfiguration: false);

    /// <summary>
    /// The roots of what configures a build: kustomizations, JSON patches, replacements. kustomize reads them with go-yaml v2, to which
    /// <c>yes</c> and <c>off</c> are truth values.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="warnings">Gets a warning for each repeated key, of which the last counts; null when such a key is an error.</param>
    public static List<Node> ReadConfiguration(SourceText source, ICollection<Diagnostic>? warnings = null) =>
        ReadAll(source, warnings, isConfiguration: true);

    /// <summary>The roots of a list of JSON patch operations: a configuration whose keys all become texts.</summary>
    public static List<Node> ReadPatch(SourceText source) =>
        ReadAll(source, null, isConfiguration: true, isPatch: true);

    private static List<Node> ReadAll(
        SourceText source,
        ICollection<Diagnostic>? warnings,
        bool isConfiguration,
        bool isPatch = false
    )
    {
        var stream = YamlReader.Read(source);
        foreach (var diagnostic in stream.Diagnostics)
        {
            if (diagnostic.Severity == Severity.Error)
            {
                throw new KustomizeException(diagnostic);
            }
        }

        var roots = new List<Node>(stream.Documents.Count);
        foreach (var read in stream.Documents)
        {
            if (read.Root is { } root)
            {
                roots.Add(new NodeReader(read, warnings, isConfiguration, isPatch).Read(root));
            }
        }

        return roots;
    }

    private Node Read(YamlNode node)
    {
        if (++count > MaxNodes)
        {
            throw new KustomizeException(KustomizeDiagnostics.TooManyNodes(document.LocationOf(node)));
        }

        Node read = node.Resolved switch
        {
            YamlMapping mapping => ReadMapping(mapping),
            YamlSequence sequence => ReadSequence(sequence),
            YamlScalar scalar => ReadScalar(scalar),
            _ => throw new InvalidOperationException("a node is a mapping, a sequence or a scalar"),
        };
        read.Source = document.Source;
        return read;
    }

    private SeqNode ReadSequence(YamlSequence sequence)
    {
        var result = new SeqNode { Span = sequence.Span, IsFlow = sequence.Style == CollectionStyle.Flow };
        foreach (var item in sequence.Items)
        {
            result.Items.Add(Read(item));
        }

        return result;
    }

    private MapNode ReadMapping(YamlMapping mapping)
    {
        var result = new MapNode { Span = mapping.Span, IsFlow = mapping.Style == CollectionStyle.Flow };
        List<YamlNode>? merged = null;
        foreach (var entry in mapping.Entries)
        {
            if (IsMerge(entry.Key))
            {
                (merged ??= []).Add(entry.Value);
                continue;
            }

            var key = ReadKey(entry.Key);
            if (result[key] is not null)
            {
                Repeated(mapping, key, entry.Key);
            }

            result.Set(key, Read(entry.Value));
        }

        if (merged is not null)
        {
            foreach (var value in merged)
            {
                Merge(result, value);
            }
        }

        return result;
    }

    private void Repeated(YamlMapping mapping, string key, YamlNode again)
    {
        var duplicate = new YamlDuplicate(FirstKey(mapping, key) ?? again, again);
        if (warnings is null)
        {
            throw new KustomizeException(YamlDuplicates.Error(document, duplicate));
        }

        warnings.Add(YamlDuplicates.Warning(document, duplicate));
    }

    private static YamlNode? FirstKey(YamlMapping mapping, string key)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name == key)
            {
                return entry.Key;
            }
        }

        return null;
    }

    // Keys of the mapping itself win, then those of the earlier source.
    private void Merge(MapNode result, YamlNode value)
    {
        switch (Read(value))
        {
            case MapNode map:
                Merge(result, map);
                break;
            case SeqNode sequence when sequence.Items.All(static i => i is MapNode):
                foreach (var item in sequence.Items)
                {
                    Merge(result, (MapNode)item);
                }

                break;
            default:
                throw new KustomizeException(KustomizeDiagnostics.BadMerge(document.LocationOf(value)));
        }
    }

    private static void Merge(MapNode result, MapNode source)
    {
        foreach (var (key, value) in source.Entries)
        {
            if (result[key] is null)
            {
                result.Set(key, value);
            }
        }
    }

    private static bool IsMerge(YamlNode key) =>
        key is YamlScalar { Value: "<<", Style: ScalarStyle.Plain, Tag: null or YamlTags.Merge };

    private string ReadKey(YamlNode key) =>
        key.Resolved is not YamlScalar scalar ? throw NotText(key)
        : !isConfiguration || scalar is not { Style: ScalarStyle.Plain, Tag: null }
            ? TextKey(scalar) ?? throw NotText(key)
        : ConfigurationKey(scalar) ?? throw NotText(key);

    private string? TextKey(YamlScalar scalar) =>
        Resolve(scalar) is { Kind: YamlKind.String or YamlKind.Merge } ? scalar.Value : null;

    // A patch goes through JSON, where truth values and numbers become texts as keys. In a kustomization they stay what they are, which no
    // label and no annotation can be.
    private string? ConfigurationKey(YamlScalar plain) =>
        OldBool(plain.Value) is { } truth ? (isPatch ? (truth ? "true" : "false") : null)
        : isPatch && Resolve(plain) is { Kind: YamlKind.Bool or YamlKind.Int } value
            ? JsonText.Write(new ScalarNode(plain.Value, ScalarNode.TagOf(value.Kind)), isPretty: false)
        : TextKey(plain);

    private KustomizeException NotText(YamlNode key) => new(KustomizeDiagnostics.KeyNotText(document.LocationOf(key)));

    private ScalarNode ReadScalar(YamlScalar scalar)
    {
        if (isConfiguration && scalar is { Style: ScalarStyle.Plain, Tag: null } && OldBool(scalar.Value) is { } truth)
        {
            return new ScalarNode(truth ? "true" : "false", ScalarTag.Bool) { Span = scalar.Span };
        }

        var value = Resolve(scalar);
        switch (value.Kind)
        {
            case YamlKind.Date or YamlKind.Timestamp when isConfiguration:
                return new ScalarNode(scalar.Value, ScalarTag.String) { Span = scalar.Span };
            case YamlKind.Binary:
                return new ScalarNode(BinaryText(scalar, value), ScalarTag.String) { Span = scalar.Span };
            case YamlKind.Float when value.Object is double number && !double.IsFinite(number):
                throw new KustomizeException(KustomizeDiagnostics.NotFinite(scalar.Value, document.LocationOf(scalar)));
            default:
                if (value.Kind == YamlKind.String && JsonRoundTrip.FindRefused(scalar.Value) is { } refused)
                {
                    throw new KustomizeException(
                        KustomizeDiagnostics.ControlCharacter(refused, document.LocationOf(scalar))
                    );
                }

                // A tag that was written out decides alone, whatever the quotes.
                var form = scalar switch
                {
                    { Style: ScalarStyle.Folded } => ScalarForm.Folded,
                    { Style: not ScalarStyle.Plain, Tag: null or "!" } => ScalarForm.Quoted,
                    _ => ScalarForm.Plain,
                };
                return new ScalarNode(scalar.Value, ScalarNode.TagOf(value.Kind), form) { Span = scalar.Span };
        }
    }

    // The truth values that YAML 1.2 dropped.
    private static bool? OldBool(string text) =>
        text switch
        {
            "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => true,
            "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => false,
            _ => null,
        };

    private string BinaryText(YamlScalar scalar, YamlValue value)
    {
        try
        {
            return StrictUtf8.GetString((byte[])(value.Object ?? Array.Empty<byte>()));
        }
        catch (DecoderFallbackException)
        {
            throw new KustomizeException(KustomizeDiagnostics.BinaryNotText(document.LocationOf(scalar)));
        }
    }

    private YamlValue Resolve(YamlScalar scalar)
    {
        try
        {
            return YamlResolver.GoV3.Resolve(scalar);
        }
        catch (FormatException misfit)
        {
            throw new KustomizeException(KustomizeDiagnostics.BadScalar(misfit.Message, document.LocationOf(scalar)));
        }
    }
}
