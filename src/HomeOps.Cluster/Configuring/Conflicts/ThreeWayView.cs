namespace HomeOps.Cluster;

/// <summary>A file that was edited by hand and would change: what was generated, what is there, what would come. No secret is in it.</summary>
/// <param name="Path">Path in the repository.</param>
/// <param name="Base">What is known of the generated version.</param>
/// <param name="Edit">From what was generated to what is there; null when the former is not known.</param>
/// <param name="Coming">
/// From what was generated, or if that is not known from what is there, to what would come; null when the file is no longer generated.
/// </param>
public sealed record ThreeWayView(string Path, GeneratedBase Base, TextChange? Edit, TextChange? Coming);

/// <summary>Where the generated version of an edited file was found.</summary>
public enum GeneratedBase
{
    /// <summary>In the copy that the last run left in git's folder.</summary>
    Copy,

    /// <summary>In the history of the repository.</summary>
    History,

    /// <summary>Nowhere.</summary>
    Unknown,

    /// <summary>homeops never generated the file.</summary>
    None,
}

/// <summary>How one text becomes another.</summary>
/// <param name="Count">Number of lines that are new and gone.</param>
/// <param name="Lines">The difference as <c>diff -u</c> writes it, secrets hidden, cut when long.</param>
public sealed record TextChange(LineChanges Count, IReadOnlyList<string> Lines);
