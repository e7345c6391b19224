using HomeOps.Text;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace HomeOps.Makejinja;

/// <summary>Reads TOML 1.0 with the place of everything.</summary>
internal static class TomlText
{
    /// <summary>The tables of a text; null when it has an error, which is added to the findings.</summary>
    /// <param name="source">The text.</param>
    /// <param name="findings">Where the error goes.</param>
    /// <param name="describe">Makes the finding of its place and of what the parser says, which can quote a value.</param>
    public static TomlTable? Read(
        SourceText source,
        List<Diagnostic> findings,
        Func<Location, string, Diagnostic> describe
    )
    {
        var document = SyntaxParser.Parse(source.Text, source.Path, validate: true);
        if (!document.HasErrors)
        {
            return Build(document);
        }

        // What follows the first error is mostly caused by it.
        var first = document.Diagnostics[0];
        findings.Add(describe(source.At(Span(first.Span)), first.Message));
        return null;
    }

    private static TomlTable Build(DocumentSyntax document)
    {
        var root = new TomlTable(default(TextSpan));
        AddAll(root, document.KeyValues);
        foreach (var table in document.Tables)
        {
            if (table.Name is not { } name)
            {
                continue;
            }

            var parts = Parts(name);
            var parent = Descend(root, parts.AsSpan(..^1));
            var (last, span) = parts[^1];
            TomlTable target;
            if (table is TableArraySyntax)
            {
                target = new TomlTable(span);
                if (parent[last] is not TomlArray tables)
                {
                    tables = new TomlArray([], span);
                    parent.Add(new TomlEntry(last, span, tables));
                }

                tables.Items.Add(target);
            }
            else
            {
                target = Descend(parent, [(last, span)]);
            }

            AddAll(target, table.Items);
        }

        return root;
    }

    private static void AddAll(TomlTable table, SyntaxList<KeyValueSyntax> items)
    {
        foreach (var item in items)
        {
            Add(table, item);
        }
    }

    private static void Add(TomlTable table, KeyValueSyntax item)
    {
        if (item is { Key: { } key, Value: { } value })
        {
            var parts = Parts(key);
            var (name, span) = parts[^1];
            Descend(table, parts.AsSpan(..^1)).Add(new TomlEntry(name, span, Value(value)));
        }
    }

    private static TomlNode Value(ValueSyntax value)
    {
        var span = Span(value.Span);
        switch (value)
        {
            case StringValueSyntax text:
                return new TomlScalar(text.Value ?? string.Empty, span);
            case IntegerValueSyntax integer:
                return new TomlScalar(integer.Value, span);
            case FloatValueSyntax number:
                return new TomlScalar(number.Value, span);
            case BooleanValueSyntax flag:
                return new TomlScalar(flag.Value, span);
            case DateTimeValueSyntax time:
                return new TomlScalar(time.Value, span);
            case ArraySyntax array:
                var items = new List<TomlNode>();
                foreach (var item in array.Items)
                {
                    if (item.Value is { } inner)
                    {
                        items.Add(Value(inner));
                    }
                }

                return new TomlArray(items, span);
            case InlineTableSyntax inline:
                var table = new TomlTable(span);
                foreach (var item in inline.Items)
                {
                    if (item.KeyValue is { } inner)
                    {
                        Add(table, inner);
                    }
                }

                return table;
            default:
                throw new InvalidOperationException($"Tomlyn has no value of kind {value.Kind}.");
        }
    }

    private static TomlTable Descend(TomlTable table, ReadOnlySpan<(string Name, TextSpan Span)> parts)
    {
        foreach (var (name, span) in parts)
        {
            var next = table[name] switch
            {
                TomlTable found => found,
                TomlArray { Items: [.., TomlTable last] } => last,
                _ => null,
            };
            if (next is null)
            {
                next = new TomlTable(span);
                table.Add(new TomlEntry(name, span, next));
            }

            table = next;
        }

        return table;
    }

    private static (string Name, TextSpan Span)[] Parts(KeySyntax key)
    {
        var parts = new List<(string, TextSpan)>(1);
        Add(key.Key);
        foreach (var dotted in key.DotKeys)
        {
            Add(dotted.Key);
        }

        return [.. parts];

        void Add(BareKeyOrStringValueSyntax? part)
        {
            if (part is not null)
            {
                var name = part is StringValueSyntax text ? text.Value : (part as BareKeySyntax)?.Key?.Text;
                parts.Add((name ?? string.Empty, Span(part.Span)));
            }
        }
    }

    private static TextSpan Span(SourceSpan span) => new(Math.Max(0, span.Offset), Math.Max(0, span.Length));
}
