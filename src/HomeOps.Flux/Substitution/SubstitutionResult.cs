using System.Text;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>What a substitution gave: bytes or an error.</summary>
/// <param name="Bytes">The text as UTF-8; null when there is an error.</param>
/// <param name="Error">The first error; null when there is none.</param>
public sealed record SubstitutionResult(byte[]? Bytes, Diagnostic? Error)
{
    /// <summary>The text; null when there is an error.</summary>
    public string? Text => Bytes is null ? null : Encoding.UTF8.GetString(Bytes);
}
