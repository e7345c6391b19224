using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Why nothing is said of an object.</summary>
/// <param name="Said">The note about the object.</param>
/// <param name="Cause">The error of what would apply it; null when it is left out on purpose.</param>
internal sealed record SkipReason(Diagnostic Said, Diagnostic? Cause)
{
    /// <summary>The note, then its cause: a test of HelmReleases alone shows it too.</summary>
    public IEnumerable<Diagnostic> All => Cause is null ? [Said] : [Said, Cause];

    /// <summary>A note that needs no cause; null for null.</summary>
    public static SkipReason? Of(Diagnostic? said) => said is null ? null : new SkipReason(said, null);
}
