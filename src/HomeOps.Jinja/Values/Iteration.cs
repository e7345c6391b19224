namespace HomeOps.Jinja.Values;

/// <summary>Python's iter() and len().</summary>
internal static class Iteration
{
    /// <summary>The items of a value, one after the other.</summary>
    /// <exception cref="JinjaException">TypeError when it has none.</exception>
    public static PyIterator Of(EvaluationContext context, Value value) =>
        Try(context, value) ?? throw JinjaException.Type($"'{TypeNames.Of(value)}' object is not iterable");

    /// <summary>The items of a value, null when it cannot be iterated.</summary>
    public static PyIterator? Try(EvaluationContext context, Value value) =>
        value.AsText is { } text ? new TextIterator(text) : value.AsObject?.TryIterate(context);

    /// <summary>All items at once, within the limits.</summary>
    public static List<Value> ToList(EvaluationContext context, Value value)
    {
        if (value.As<PyList>() is { } list)
        {
            return [.. list.Items];
        }
        if (value.As<PyTuple>() is { } tuple)
        {
            return [.. tuple.Items];
        }
        var items = new List<Value>();
        var iterator = Of(context, value);
        if (iterator.Remaining > context.Limits.Items)
        {
            throw JinjaException.Limit(
                $"a sequence of {iterator.Remaining} items is over the limit of {context.Limits.Items}"
            );
        }
        while (iterator.MoveNext(out var item))
        {
            items.Add(item);
            if (items.Count > context.Limits.Items)
            {
                throw JinjaException.Limit($"a sequence is over the limit of {context.Limits.Items} items");
            }
        }
        return items;
    }

    /// <summary>len().</summary>
    /// <exception cref="JinjaException">TypeError when it has none.</exception>
    public static long Length(Value value)
    {
        if (value.AsText is { } text)
        {
            return CodePoints.Count(text);
        }
        return value.AsObject is { } o && o.TryGetLength(out var length)
            ? length
            : throw JinjaException.Type($"object of type '{TypeNames.Of(value)}' has no len()");
    }
}

/// <summary>Goes over the code points of a string.</summary>
internal sealed class TextIterator(string text) : PyIterator
{
    private int offset;

    public override string TypeName => "str_iterator";

    public override long? Remaining => CodePoints.Count(text.AsSpan(offset));

    public override bool MoveNext(out Value value)
    {
        if (offset >= text.Length)
        {
            value = default;
            return false;
        }
        var width = CodePoints.Width(text, offset);
        value = width == 1 ? CodePoints.OfChar(text[offset]) : text.Substring(offset, width);
        offset += width;
        return true;
    }
}
