using System.Text;
using HomeOps.Jinja.Methods;

namespace HomeOps.Jinja.Values;

/// <summary>bytes, from YAML's <c>!!binary</c> or str.encode.</summary>
public sealed class PyBytes(byte[] content) : PyObject(ValueKind.Bytes)
{
    /// <summary>The bytes; not to be changed.</summary>
    public byte[] Content { get; } = content;

    /// <inheritdoc/>
    public override string TypeName => "bytes";

    /// <inheritdoc/>
    public override bool IsTrue => Content.Length != 0;

    /// <inheritdoc/>
    public override bool TryGetLength(out long length)
    {
        length = Content.Length;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetItem(EvaluationContext context, Value key, out Value value) =>
        Lookup.TryIndex(Numbers(), key, out value);

    /// <inheritdoc/>
    public override PyIterator TryIterate(EvaluationContext context) => new TupleIterator(Numbers());

    /// <inheritdoc/>
    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name switch
        {
            "decode" => new PyBoundMethod(this, name, EncodingMethods.Decode),
            "hex" => new PyBoundMethod(this, name, (_, _, _) => Convert.ToHexStringLower(Content)),
            _ => default(Value),
        };
        return !value.IsMissing;
    }

    /// <inheritdoc/>
    public override bool IsEqualTo(Value other) =>
        other.As<PyBytes>() is { } bytes && bytes.Content.AsSpan().SequenceEqual(Content);

    /// <inheritdoc/>
    public override int Hash()
    {
        var hash = new HashCode();
        hash.AddBytes(Content);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string Repr()
    {
        var into = new StringBuilder("b'");
        var quote = Content.Contains((byte)'\'') && !Content.Contains((byte)'"') ? '"' : '\'';
        into[1] = quote;
        foreach (var b in Content)
        {
            _ = b switch
            {
                (byte)'\n' => into.Append("\\n"),
                (byte)'\r' => into.Append("\\r"),
                (byte)'\t' => into.Append("\\t"),
                _ when b == quote || b == '\\' => into.Append('\\').Append((char)b),
                < 0x20 or >= 0x7f => into.Append($"\\x{b:x2}"),
                _ => into.Append((char)b),
            };
        }
        return into.Append(quote).ToString();
    }

    private Value[] Numbers() => Array.ConvertAll(Content, static b => Value.FromInt64(b));
}
