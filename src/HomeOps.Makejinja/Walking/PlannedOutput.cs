using HomeOps.Files;

namespace HomeOps.Makejinja;

/// <summary>One output of a project, before anything is rendered.</summary>
/// <param name="Path">Path below the output folder.</param>
/// <param name="Source">Path of the file it is made from, in the working folder.</param>
/// <param name="Template">The name of the template: its path below the input folder. Null for a file that is copied.</param>
/// <param name="Entry">What stands at the source.</param>
internal sealed record PlannedOutput(string Path, string Source, string? Template, FileEntry Entry);
