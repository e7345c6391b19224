namespace HomeOps.Flux;

/// <summary>A piece of a text with substitutions.</summary>
internal abstract record SubstitutionPart;

/// <summary>A run of text, escapes resolved.</summary>
internal sealed record TextPart(string Text) : SubstitutionPart;

/// <summary>One substitution.</summary>
/// <param name="Variable">The name.</param>
/// <param name="Operator">What stands behind it: <c>:=</c>, <c>//</c>, <c>^^</c>; empty for none.</param>
/// <param name="Arguments">What the operator is given.</param>
/// <param name="Offset">Place of <c>${</c> in the bytes.</param>
internal sealed record VariablePart(
    string Variable,
    string Operator,
    IReadOnlyList<SubstitutionPart> Arguments,
    int Offset
) : SubstitutionPart;
