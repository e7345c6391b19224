using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>An operation on a SOPS file failed; nothing was changed.</summary>
public sealed class SopsException : Exception
{
    /// <summary>Makes one of its kind and its finding.</summary>
    public SopsException(SopsFailure failure, Diagnostic diagnostic, Exception? inner = null)
        : base(diagnostic.ToString(), inner)
    {
        Failure = failure;
        Diagnostic = diagnostic;
    }

    /// <summary>What kind of failure.</summary>
    public SopsFailure Failure { get; }

    /// <summary>The finding to show: place, sentence and hint. Never holds a secret.</summary>
    public Diagnostic Diagnostic { get; }
}
