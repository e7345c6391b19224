using System.Text;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Flux's variable substitution (<c>postBuild</c>, fluxcd/pkg envsubst): <c>${VAR}</c>, defaults, substrings, replacement, trimming
/// and casing. Lengths and positions count UTF-8 bytes.
/// </summary>
public static class Substitution
{
    /// <summary>Puts the values of variables into a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="values">The value of a variable, or null when it is not set.</param>
    /// <param name="isStrict">Whether a variable without value and default is an error, as since Flux 2.9; otherwise it is empty.</param>
    /// <returns>The text as UTF-8 (a substring may have cut a character), or the first error.</returns>
    public static SubstitutionResult Evaluate(SourceText source, Func<string, string?> values, bool isStrict = true) =>
        Evaluate(source, values, isStrict ? static _ => null : static _ => "");

    /// <summary>Puts the values of variables into a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="values">The value of a variable, or null when it is not set.</param>
    /// <param name="ifNotSet">What stands for a variable without value and default; null makes it an error.</param>
    /// <param name="changed">Told of a variable, its value, and what an operator made of it.</param>
    internal static SubstitutionResult Evaluate(
        SourceText source,
        Func<string, string?> values,
        Func<string, string?> ifNotSet,
        Action<string, string, string>? changed = null
    )
    {
        if (!source.Text.Contains('$', StringComparison.Ordinal))
        {
            return new SubstitutionResult(Encoding.UTF8.GetBytes(source.Text), null);
        }

        try
        {
            var bytes = ByteText.Of(source.Text);
            var parts = new SubstitutionParser(source, bytes).Parse();
            var result = new StringBuilder(bytes.Length);
            var evaluation = new SubstitutionEvaluation(source, values, ifNotSet, changed);
            foreach (var part in parts)
            {
                evaluation.Append(result, part);
            }

            return new SubstitutionResult(ByteText.ToBytes(result.ToString()), null);
        }
        catch (SubstitutionException e)
        {
            return new SubstitutionResult(null, e.Diagnostic);
        }
    }
}
