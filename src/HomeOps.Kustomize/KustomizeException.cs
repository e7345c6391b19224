using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Ends a build at its first error, as kustomize does; <see cref="KustomizeBuild"/> turns it into a finding.</summary>
internal sealed class KustomizeException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
