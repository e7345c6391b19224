using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja;

/// <summary>What a declared function gives.</summary>
internal abstract record DeclaredBody;

/// <summary><c>value = …</c>: always the same.</summary>
internal sealed record ConstantBody(Value Value) : DeclaredBody;

/// <summary><c>file = "…"</c>: the text of a file without white space around it; with <c>field</c>, one field of a JSON file.</summary>
/// <param name="Path">The file, in the working folder.</param>
/// <param name="Field">The field, dotted where objects are nested; null for the whole text.</param>
internal sealed record FileBody(string Path, string? Field) : DeclaredBody;

/// <summary><c>expression = "…"</c>: a Jinja expression that sees the arguments and everything a template sees.</summary>
internal sealed record ExpressionBody(string Text) : DeclaredBody;
