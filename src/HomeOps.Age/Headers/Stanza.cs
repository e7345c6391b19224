namespace HomeOps.Age;

/// <summary>One recipient stanza of a header: who can open the file, and the file key wrapped for them.</summary>
/// <param name="Type">The first argument, e.g. <c>X25519</c>.</param>
/// <param name="Arguments">The other arguments: visible ASCII without blanks.</param>
/// <param name="Body">Any bytes.</param>
internal sealed record Stanza(string Type, IReadOnlyList<string> Arguments, byte[] Body)
{
    /// <summary>Whether it is of a type; case matters.</summary>
    public bool Is(string type) => string.Equals(Type, type, StringComparison.Ordinal);
}
