using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>What a project renders to, in memory. Paths are relative to the output folder.</summary>
public sealed record RenderedTree
{
    /// <summary>The files, with the mode that they get when they are new.</summary>
    public required MemoryTree Files { get; init; }

    /// <summary>Where each file comes from.</summary>
    public required IReadOnlyDictionary<string, RenderedOrigin> Origins { get; init; }

    /// <summary>The folders of the inputs, also those that no file came into, ordered by path; each with the first folder it comes from.</summary>
    public required IReadOnlyList<RenderedFolder> Folders { get; init; }

    /// <summary>What was done, line by line, as makejinja logs it.</summary>
    public required IReadOnlyList<string> Log { get; init; }

    /// <summary>What is wrong with options, data and templates: all of it, and nothing is to be written when an error is among it.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Whether the one file is the output itself, not a file in the output folder.</summary>
    public bool IsSingleFile { get; init; }

    /// <summary>Whether nothing may be written.</summary>
    public bool HasErrors => Diagnostics.Any(static d => d.Severity == Severity.Error);
}

/// <summary>Where a rendered file comes from.</summary>
/// <param name="Source">The template or the copied file, in the working folder.</param>
/// <param name="IsCopy">Whether it was copied byte for byte.</param>
public sealed record RenderedOrigin(FileEntry Source, bool IsCopy);

/// <summary>A folder of the result.</summary>
/// <param name="Path">Path below the output folder.</param>
/// <param name="Source">The folder it comes from, in the working folder.</param>
public sealed record RenderedFolder(string Path, FileEntry Source);
