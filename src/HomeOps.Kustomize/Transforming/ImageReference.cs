namespace HomeOps.Kustomize;

/// <summary>The parts of an image reference.</summary>
internal static class ImageReference
{
    /// <summary>Name, tag and digest, split at the first <c>@</c> and <c>:</c> behind the first slash.</summary>
    public static (string Name, string Tag, string Digest) Split(string reference)
    {
        var slash = reference.IndexOf('/', StringComparison.Ordinal);
        var from = slash > 0 ? slash : 0;
        var at = reference.IndexOf('@', from);
        var colon = reference.IndexOf(':', from);
        if (at < 0 && colon < 0)
        {
            return (reference, "", "");
        }

        if (at >= 0 && (colon < 0 || at < colon))
        {
            return (reference[..at], "", reference[(at + 1)..]);
        }

        return at < 0
            ? (reference[..colon], reference[(colon + 1)..], "")
            : (reference[..colon], reference[(colon + 1)..at], reference[(at + 1)..]);
    }
}
