using HomeOps.Text;

namespace HomeOps.Schema;

/// <summary>A piece of a parsed CEL expression.</summary>
/// <param name="Span">Its place in the expression.</param>
public abstract record CelNode(TextSpan Span)
{
    /// <summary>This piece and all it consists of.</summary>
    public IEnumerable<CelNode> Within()
    {
        var pending = new Stack<CelNode>([this]);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var part in node.Parts())
            {
                pending.Push(part);
            }
        }
    }

    private IEnumerable<CelNode> Parts() =>
        this switch
        {
            CelSelect select => [select.Target],
            CelIndex index => [index.Target, index.Index],
            CelOperator op => op.Operands,
            CelCall { Target: { } target } call => [target, .. call.Arguments],
            CelCall call => call.Arguments,
            CelList list => list.Items,
            CelMap map => map.Entries.SelectMany(static e => (CelNode[])[e.Key, e.Value]),
            _ => [],
        };
}

/// <summary>A literal: null, <see cref="bool"/>, <see cref="long"/>, <see cref="ulong"/>, <see cref="double"/>, <see cref="string"/>, or bytes as <see cref="ReadOnlyMemory{T}"/>.</summary>
public sealed record CelLiteral(object? Value, TextSpan Span) : CelNode(Span);

/// <summary>A variable, or the beginning of a qualified name.</summary>
public sealed record CelName(string Name, TextSpan Span) : CelNode(Span);

/// <summary>A field: <c>target.field</c>, or <c>target.?field</c>, which may be absent.</summary>
public sealed record CelSelect(CelNode Target, string Field, bool IsOptional, TextSpan Span) : CelNode(Span);

/// <summary>An item: <c>target[index]</c>, or <c>target[?index]</c>, which may be absent.</summary>
public sealed record CelIndex(CelNode Target, CelNode Index, bool IsOptional, TextSpan Span) : CelNode(Span);

/// <summary>An operator with its operands: <c>!</c> and <c>-</c> with one, <c>?:</c> with three, all others with two.</summary>
public sealed record CelOperator(string Sign, IReadOnlyList<CelNode> Operands, TextSpan Span) : CelNode(Span);

/// <summary>A function, or a macro such as <c>has</c> and <c>exists</c>, which looks the same.</summary>
/// <param name="Target">What it is called on; null for none.</param>
/// <param name="Function">The name.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Span">The place of the name.</param>
public sealed record CelCall(CelNode? Target, string Function, IReadOnlyList<CelNode> Arguments, TextSpan Span)
    : CelNode(Span);

/// <summary>A list.</summary>
public sealed record CelList(IReadOnlyList<CelNode> Items, TextSpan Span) : CelNode(Span);

/// <summary>A map, or the fields of a message.</summary>
public sealed record CelMap(IReadOnlyList<(CelNode Key, CelNode Value)> Entries, TextSpan Span) : CelNode(Span);
