using HomeOps.Text;

namespace HomeOps.Age;

/// <summary>An age operation that failed because of what it was given. The message never holds key material.</summary>
public sealed class AgeException : Exception
{
    internal AgeException(AgeFailure failure, Diagnostic diagnostic)
        : base(diagnostic.Message)
    {
        Failure = failure;
        Diagnostic = diagnostic;
    }

    /// <summary>The kind of failure.</summary>
    public AgeFailure Failure { get; }

    /// <summary>The finding to show, with code and hint; it has a location when a text with a name was read.</summary>
    public Diagnostic Diagnostic { get; }

    internal AgeException At(Location location) => new(Failure, Diagnostic with { Location = location });
}
