using System.Buffers;
using System.Globalization;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>
/// The output of one rendering in one pooled array. Macros and captured blocks write to its end and take their part off again.
/// </summary>
internal sealed class OutputBuffer(int limit) : IDisposable
{
    private char[] chars = ArrayPool<char>.Shared.Rent(4096);

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => chars.AsSpan(0, Length);

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > Room)
        {
            Grow(text.Length);
        }

        text.CopyTo(chars.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Appends str() of a value, escaped if asked for.</summary>
    public void Append(Value value, bool escape)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                Append(escape ? Escaping.Escape(value.AsText ?? "") : value.AsText);
                break;
            case ValueKind.Int:
                Append(value.AsInt64);
                break;
            default:
                Append(escape ? Escaping.Escape(value, limit) : PyText.Str(value, limit));
                break;
        }
    }

    /// <summary>Takes what was written since a length off the buffer.</summary>
    /// <param name="start">The length before it was written.</param>
    /// <param name="isSafe">Whether it counts as safe HTML.</param>
    public Value Take(int start, bool isSafe)
    {
        var text = Length == start ? "" : new string(chars, start, Length - start);
        Length = start;
        return isSafe ? Value.Markup(text) : text;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(chars);
        chars = [];
        Length = 0;
    }

    private void Append(long number)
    {
        if (Room < 20)
        {
            Append(number.ToString(CultureInfo.InvariantCulture));
            return;
        }

        number.TryFormat(chars.AsSpan(Length), out var written);
        Length += written;
    }

    // The array may be longer than the output may become.
    private int Room => Math.Min(chars.Length, limit) - Length;

    private void Grow(int needed)
    {
        if ((long)Length + needed > limit)
        {
            throw JinjaException.Limit($"the output is over the limit of {limit} characters");
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Length + needed, chars.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(chars);
        chars = larger;
    }
}
