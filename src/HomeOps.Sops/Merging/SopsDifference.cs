namespace HomeOps.Sops;

/// <summary>How a value differs between two versions of a file.</summary>
public enum SopsDifferenceKind
{
    /// <summary>Only the newer version has it.</summary>
    Added,

    /// <summary>Only the older version has it.</summary>
    Removed,

    /// <summary>Both have it, with other values or types.</summary>
    Changed,
}

/// <summary>One value that differs between two versions of a file, without the value.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Path">Its keys with dots between, list positions in brackets.</param>
/// <param name="OldType">What the older version has there, e.g. <c>string</c>; empty when added.</param>
/// <param name="NewType">What the newer version has there; empty when removed.</param>
public sealed record SopsDifference(SopsDifferenceKind Kind, string Path, string OldType, string NewType);
