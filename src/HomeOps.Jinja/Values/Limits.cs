namespace HomeOps.Jinja.Values;

/// <summary>What a template may use up before it is stopped with a clear error.</summary>
public sealed record Limits
{
    /// <summary>Room for every real template, far from the memory of the machine.</summary>
    public static Limits Default { get; } = new();

    /// <summary>Characters of one string or one output.</summary>
    public int TextLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>Items of one list, or of one range when it is walked.</summary>
    public int Items { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bits of one integer.</summary>
    public int IntegerBits { get; init; } = 256 * 1024;

    /// <summary>How long one rendering may take; it is looked at now and then, so that it can take a little more.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Nested calls of macros, recursive loops, includes and blocks.</summary>
    public int Depth { get; init; } = 200;
}
