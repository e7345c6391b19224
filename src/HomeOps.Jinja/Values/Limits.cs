namespace HomeOps.Jinja.Values;

/// <summary>
/// What one rendering may use up before it is stopped: with a <see cref="JinjaException"/> of the kind <see cref="JinjaErrorKind.Limit"/>
/// that names the limit, <see cref="Depth"/> with <see cref="JinjaErrorKind.Recursion"/>. A limit is the most that is allowed; all are positive.
/// Jinja2 has none but Python's recursion limit.
/// </summary>
public sealed record Limits
{
    /// <summary>Room for every real template, far from the memory of the machine.</summary>
    public static Limits Default { get; } = new();

    /// <summary>UTF-16 code units of one string that an operation makes, and of the output: 64 Mi unless set. Checked before a text is made.</summary>
    public int TextLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>Items of one list, tuple or dict, of a range that is walked, and passes of all loops of a rendering together: 4 Mi unless set.</summary>
    public int Items { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bits of one integer: 256 Ki unless set, near 79,000 decimal digits.</summary>
    public int IntegerBits { get; init; } = 256 * 1024;

    /// <summary>
    /// How long one rendering may take by <see cref="Rendering.JinjaOptions.Clock"/>, reading of included templates counted: a minute unless set. It is looked at
    /// between passes of loops, calls and items of lazy filters, so that a rendering can take a little more.
    /// </summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Nested calls of macros, recursive loops, includes, imports and blocks: 200 unless set.</summary>
    public int Depth { get; init; } = 200;
}
