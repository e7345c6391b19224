using System.Globalization;
using System.Text;
using System.Text.Json;
using HomeOps.Sops.Metadata;
using HomeOps.Sops.Tree;
using HomeOps.Text;

namespace HomeOps.Sops.Formats;

/// <summary>Reads JSON into SOPS's tree: the order of keys and repeated keys are kept, integers stay integers.</summary>
internal ref struct JsonTreeReader
{
    private readonly SourceText source;
    private readonly byte[] bytes;
    private Utf8JsonReader reader;

    private JsonTreeReader(SourceText source)
    {
        this.source = source;
        bytes = Encoding.UTF8.GetBytes(source.Text);
        reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 1000 });
    }

    public static FileContent Read(SourceText source)
    {
        if (source.Text.AsSpan().Trim().IsEmpty)
        {
            throw new SopsException(SopsFailure.EmptyFile, SopsDiagnostics.Empty(source.At(0, 0)));
        }

        var map = new JsonTreeReader(source).Document();
        var block = map[SopsMetadata.Key];
        if (block is not null)
        {
            map = new SopsMap([.. map.Entries.Where(static e => e.Key is not SopsMetadata.Key)]) { Span = map.Span };
        }

        return new FileContent(new SopsTree(source, [map]), block) { Indent = IndentOf(source, block) };
    }

    /// <summary>Reads one value of any kind.</summary>
    /// <exception cref="SopsException">The text is no JSON.</exception>
    public static SopsNode ReadValue(SourceText source) => new JsonTreeReader(source).Whole();

    // The white space before the first key below 'sops', two levels deep.
    private static int? IndentOf(SourceText source, SopsNode? block)
    {
        if (block is not SopsMap { Entries: [var first, ..] })
        {
            return null;
        }

        var column = source.GetPosition(first.KeySpan.Start).Column - 1;
        var lead = source.Text.AsSpan(first.KeySpan.Start - column, column);
        return !lead.Trim().IsEmpty ? null
            : lead.Contains('\t') ? -1
            : lead.Length / 2;
    }

    private SopsMap Document() =>
        Whole() as SopsMap
        ?? throw new SopsException(SopsFailure.BadInput, SopsDiagnostics.TopLevelNotMap(source.At(0, 0)));

    private SopsNode Whole()
    {
        try
        {
            reader.Read();
            var node = Node();
            reader.Read();
            return node;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new SopsException(
                SopsFailure.BadInput,
                SopsDiagnostics.Malformed("JSON", "the text breaks off or goes on wrongly here", source.At(Here()))
            );
        }
    }

    private SopsMap Map()
    {
        var start = Here().Start;
        var entries = new List<SopsEntry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString() ?? "";
            var span = Here();
            reader.Read();
            entries.Add(new SopsEntry(key, Node()) { KeySpan = span });
        }

        return new SopsMap(entries) { Span = TextSpan.FromBounds(start, Here().End) };
    }

    private SopsList List()
    {
        var start = Here().Start;
        var items = new List<SopsNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Node());
        }

        return new SopsList(items) { Span = TextSpan.FromBounds(start, Here().End) };
    }

    private SopsNode Node()
    {
        var scalar = reader.TokenType switch
        {
            JsonTokenType.StartObject => null,
            JsonTokenType.StartArray => null,
            JsonTokenType.String => SopsScalar.String(reader.GetString() ?? ""),
            JsonTokenType.True => SopsScalar.Bool(true),
            JsonTokenType.False => SopsScalar.Bool(false),
            JsonTokenType.Number => Number(),
            _ => SopsScalar.Null,
        };
        return scalar is not null ? scalar.From(Here())
            : reader.TokenType == JsonTokenType.StartObject ? Map()
            : List();
    }

    private readonly SopsScalar Number()
    {
        var text = Encoding.ASCII.GetString(reader.ValueSpan);
        if (
            text is not "-0"
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
        )
        {
            return SopsScalar.Int(integer);
        }

        return GoNumber.Parse(text) is { } value && double.IsFinite(value)
            ? SopsScalar.Float(value)
            : throw new SopsException(
                SopsFailure.BadInput,
                SopsDiagnostics.Malformed("JSON", "the number is out of range", source.At(Here()))
            );
    }

    // The token just read, as characters.
    private readonly TextSpan Here()
    {
        var start = (int)reader.TokenStartIndex;
        var end = Math.Max(start, (int)reader.BytesConsumed);
        return bytes.Length == source.Text.Length
            ? TextSpan.FromBounds(start, end)
            : TextSpan.FromBounds(
                Encoding.UTF8.GetCharCount(bytes, 0, start),
                Encoding.UTF8.GetCharCount(bytes, 0, end)
            );
    }
}
