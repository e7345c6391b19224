using System.Globalization;

namespace HomeOps.Conformance;

/// <summary>The time at which sops wrote a file, so that its <c>lastmodified</c> line can be met.</summary>
internal sealed class SopsClock(string encrypted) : TimeProvider
{
    private const string Mark = "lastmodified: \"";

    public override DateTimeOffset GetUtcNow()
    {
        var start = encrypted.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        return DateTimeOffset.Parse(
            encrypted.AsSpan(start, "2026-01-01T00:00:00Z".Length),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );
    }
}
