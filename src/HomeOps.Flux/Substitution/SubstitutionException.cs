using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Ends a substitution at its first error.</summary>
internal sealed class SubstitutionException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
