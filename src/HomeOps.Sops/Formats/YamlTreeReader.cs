using System.Globalization;
using System.Numerics;
using HomeOps.Sops.Metadata;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Sops.Formats;

/// <summary>
/// Makes SOPS's tree of YAML documents: aliases expanded, scalars typed, comments as entries of the map or list they stand in.
/// </summary>
internal sealed class YamlTreeReader
{
    // Aliases of aliases can grow without bound; no real file comes near.
    private const int MaxNodes = 1_000_000;

    private readonly SourceText source;
    private int nodes;

    private YamlTreeReader(SourceText source) => this.source = source;

    public static FileContent Read(SourceText source, IReadOnlyList<YamlDocument> documents)
    {
        var reader = new YamlTreeReader(source);
        var maps = new List<SopsMap>(documents.Count);
        var blocks = new List<SopsMap>();
        SopsNode? block = null;
        int? indent = null;
        foreach (var document in documents)
        {
            var map = reader.Document(document);
            maps.Add(Without(map, SopsMetadata.Key));
            if (map[SopsMetadata.Key] is not { } found)
            {
                continue;
            }

            indent ??= block is null ? IndentOf(source, found) : null;
            block ??= found;
            if (found is SopsMap copy)
            {
                blocks.Add(copy);
            }
        }

        return new FileContent(new SopsTree(source, maps), block) { Indent = indent, Blocks = blocks };
    }

    private static SopsMap Without(SopsMap map, string key) =>
        map[key] is null
            ? map
            : new SopsMap([.. map.Entries.Where(e => !string.Equals(e.Key, key, StringComparison.Ordinal))])
            {
                Span = map.Span,
            };

    // The column of the first key below 'sops', which always stands at the top level.
    private static int? IndentOf(SourceText source, SopsNode block) =>
        block is SopsMap { Entries: [{ Key: not null } first, ..] }
        && source.GetPosition(first.KeySpan.Start).Column is > 1 and var column
            ? column - 1
            : null;

    private SopsMap Document(YamlDocument document)
    {
        var entries = new List<SopsEntry>();
        AddComments(entries, document.Comments.Head);
        AddComments(entries, document.Comments.Line);
        switch (document.Root?.Resolved)
        {
            case null:
                break;
            case YamlMapping mapping:
                AddEntries(entries, mapping);
                break;
            case YamlScalar scalar when Resolve(scalar).Kind == YamlKind.Null:
                break;
            case var other:
                throw Bad(SopsFailure.BadInput, SopsDiagnostics.TopLevelNotMap(source.At(other.Span)));
        }

        AddComments(entries, document.Comments.Foot);
        return new SopsMap(entries) { Span = document.Root?.Span ?? default };
    }

    private void AddEntries(List<SopsEntry> entries, YamlMapping mapping)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        AddComments(entries, mapping.Comments.Head);
        AddComments(entries, mapping.Comments.Line);
        foreach (var (key, value) in mapping.Entries)
        {
            var name = Key(key);
            if (!seen.Add(name))
            {
                throw Bad(SopsFailure.BadInput, SopsDiagnostics.DuplicateKey(name, source.At(key.Span)));
            }

            AddComments(entries, key.Comments.Head);
            AddComments(entries, key.Comments.Line);
            var ownComments = value is YamlScalar or YamlAlias;
            if (ownComments)
            {
                AddComments(entries, value.Comments.Head);
                AddComments(entries, value.Comments.Line, inline: true);
            }

            entries.Add(new SopsEntry(name, Node(value, commentsTaken: ownComments)) { KeySpan = key.Span });
            if (ownComments)
            {
                AddComments(entries, value.Comments.Foot);
            }

            AddComments(entries, key.Comments.Foot);
        }

        AddComments(entries, mapping.Comments.Foot);
    }

    private SopsNode Node(YamlNode node, bool commentsTaken)
    {
        if (++nodes > MaxNodes)
        {
            throw Bad(SopsFailure.BadInput, SopsDiagnostics.TooManyNodes(source.At(node.Span)));
        }

        switch (node)
        {
            case YamlAlias alias:
                return Node(alias.Target, commentsTaken: false);
            case YamlMapping mapping:
                var entries = new List<SopsEntry>(mapping.Entries.Count);
                AddEntries(entries, mapping);
                return new SopsMap(entries) { Span = mapping.Span };
            case YamlSequence sequence:
                return List(sequence, commentsTaken);
            default:
                return Scalar((YamlScalar)node);
        }
    }

    private SopsList List(YamlSequence sequence, bool commentsTaken)
    {
        var items = new List<SopsNode>(sequence.Items.Count);
        if (!commentsTaken)
        {
            AddComments(items, sequence.Comments.Head);
            AddComments(items, sequence.Comments.Line);
        }

        foreach (var item in sequence.Items)
        {
            // A map or list that is an item brings its own comments along, inside.
            var ownComments = item is YamlScalar or YamlAlias or YamlSequence;
            if (ownComments)
            {
                AddComments(items, item.Comments.Head);
                AddComments(items, item.Comments.Line, inline: item is not YamlSequence);
            }

            items.Add(Node(item, commentsTaken: ownComments));
            if (ownComments)
            {
                AddComments(items, item.Comments.Foot);
            }
        }

        if (!commentsTaken)
        {
            AddComments(items, sequence.Comments.Foot);
        }

        return new SopsList(items) { Span = sequence.Span };
    }

    private string Key(YamlNode key)
    {
        if (key.Resolved is not YamlScalar scalar)
        {
            throw Bad(SopsFailure.BadInput, SopsDiagnostics.KeyNotString(source.At(key.Span)));
        }

        return Resolve(scalar) is { Kind: YamlKind.String or YamlKind.Merge }
            ? scalar.Value
            : throw Bad(SopsFailure.NotEncryptable, SopsDiagnostics.KeyNotString(source.At(key.Span)));
    }

    private SopsScalar Scalar(YamlScalar scalar)
    {
        var value = Resolve(scalar);
        var typed = value.Object switch
        {
            null => SopsScalar.Null,
            bool truth => SopsScalar.Bool(truth),
            long number => SopsScalar.Int(number),
            BigInteger number when number >= long.MinValue && number <= long.MaxValue => SopsScalar.Int((long)number),
            BigInteger number when number > 0 && number <= ulong.MaxValue => throw Bad(
                SopsFailure.NotEncryptable,
                SopsDiagnostics.UnreadableScalar(source.At(scalar.Span))
            ),
            BigInteger number => SopsScalar.Float((double)number),
            double number => SopsScalar.Float(number),
            DateOnly date => SopsScalar.Time(date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture)),
            YamlTimestamp time => SopsScalar.Time(Timestamp(time)),
            byte[] bytes => SopsScalar.Binary(bytes),
            _ => SopsScalar.String(scalar.Value),
        };
        return typed.From(scalar.Span);
    }

    private YamlValue Resolve(YamlScalar scalar)
    {
        try
        {
            return YamlResolver.GoV3.Resolve(scalar);
        }
        catch (FormatException)
        {
            throw Bad(SopsFailure.NotEncryptable, SopsDiagnostics.UnreadableScalar(source.At(scalar.Span)));
        }
    }

    private static string Timestamp(YamlTimestamp time)
    {
        var text = time.Local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return time.Offset is not { } offset || offset == TimeSpan.Zero
            ? text + "Z"
            : $"{text}{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";
    }

    private static void AddComments(List<SopsEntry> entries, string comments, bool inline = false)
    {
        foreach (var comment in Lines(comments, inline))
        {
            entries.Add(SopsEntry.OfComment(comment));
        }
    }

    private static void AddComments(List<SopsNode> items, string comments, bool inline = false) =>
        items.AddRange(Lines(comments, inline));

    private static IEnumerable<SopsComment> Lines(string comments, bool inline) =>
        comments.Length == 0
            ? []
            : comments
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => new SopsComment(line[1..], inline));

    private static SopsException Bad(SopsFailure failure, Diagnostic diagnostic) => new(failure, diagnostic);
}
