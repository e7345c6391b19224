using HomeOps.Files;
using HomeOps.Text;
using Microsoft.Win32.SafeHandles;

namespace HomeOps.Makejinja;

/// <summary>
/// Writes a rendered tree to disk by makejinja's rules of force, clean and metadata. Only what differs is written. It keeps no record of
/// what it wrote; <see cref="FileSetWriter"/> does.
/// </summary>
public sealed class RenderedTreeWriter
{
    // With mark and random part a name stays below the 255 bytes of a file system, whatever its letters.
    private const int LongestName = 50;

    private const UnixFileMode NewFileMode = MemoryFile.DefaultMode | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly MakejinjaOptions options;
    private readonly string workingFolder;
    private readonly string output;
    private readonly HashSet<string> standingFolders = new(StringComparer.Ordinal);
    private readonly List<string> log = [];
    private readonly List<Diagnostic> findings = [];

    /// <summary>A writer for one project.</summary>
    /// <param name="options">The options the tree was rendered with.</param>
    /// <param name="workingFolder">Absolute path of the folder that relative paths start at.</param>
    public RenderedTreeWriter(MakejinjaOptions options, string workingFolder)
    {
        this.options = options;
        this.workingFolder = workingFolder;
        output = Absolute(options.Output);
    }

    /// <summary>
    /// Writes a tree. What stands in the way is found beforehand, and then nothing is written (HO0412, HO0440 to HO0444). What fails all the
    /// same is reported (HO0413) and does not stop the other files.
    /// </summary>
    /// <param name="tree">A tree without errors.</param>
    /// <exception cref="InvalidOperationException">The one file goes to standard output, which belongs to the caller.</exception>
    public WriteReport Write(RenderedTree tree)
    {
        if (tree.IsSingleFile && options.IsToStandardOutput)
        {
            throw new InvalidOperationException("Standard output is written by the caller.");
        }

        Try(output, () => findings.AddRange(new OutputCheck(options, workingFolder, output).Findings(tree)));
        if (findings.Count > 0)
        {
            return new WriteReport(log, findings);
        }

        if (options.Clean && !tree.IsSingleFile && Directory.Exists(output) && !Clean())
        {
            return new WriteReport(log, findings);
        }

        var folder = tree.IsSingleFile ? Path.GetDirectoryName(output) ?? output : output;
        if (!Try(folder, () => Directory.CreateDirectory(folder)))
        {
            return new WriteReport(log, findings);
        }

        var before = tree.Folders.ToDictionary(
            static f => f.Path,
            f => Directory.Exists(Path.Join(output, f.Path)),
            StringComparer.Ordinal
        );
        if (options.KeepEmpty)
        {
            foreach (var kept in tree.Folders)
            {
                var path = Path.Join(output, kept.Path);
                Try(path, () => Directory.CreateDirectory(path));
            }
        }

        RemoveRemains(tree);
        foreach (var file in tree.Files.All)
        {
            var path = tree.IsSingleFile ? output : Path.Join(output, file.Path);
            Try(path, () => WriteFile(path, file, tree.Origins[file.Path]));
        }

        foreach (var handled in tree.Folders.Where(f => Directory.Exists(Path.Join(output, f.Path))))
        {
            if (!before[handled.Path])
            {
                log.Add($"Create dir '{handled.Source.Path}' -> '{Shown(handled.Path)}'");
            }
            else if (!options.Force)
            {
                log.Add($"Skip existing dir '{Shown(handled.Path)}'");
            }
        }

        foreach (var handled in tree.Folders.Reverse())
        {
            var path = Path.Join(output, handled.Path);
            Try(path, () => FinishFolder(path, handled));
        }

        return new WriteReport(log, findings);
    }

    private string Absolute(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, workingFolder));

    private string Shown(string path) => ShownOutput.Of(options, isSingleFile: false, path);

    private bool Clean()
    {
        string[] inputs = [".", MakejinjaConfig.FileName, .. options.Inputs, .. options.Data];
        foreach (var input in inputs)
        {
            if ($"{Absolute(input)}/".StartsWith(output + "/", StringComparison.Ordinal))
            {
                findings.Add(MakejinjaDiagnostics.UnsafeClean(options.Output, input));
                return false;
            }
        }

        log.Add($"Remove output '{options.Output}'");
        return Try(output, () => Directory.Delete(output, recursive: true));
    }

    private void WriteFile(string path, MemoryFile file, RenderedOrigin origin)
    {
        var link = new FileInfo(path);
        if (OutputFile.IsSpecial(path))
        {
            OutputFile.Write(path, file.Content, NewFileMode);
            return;
        }

        var target = link.LinkTarget is null ? path : link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        var exists = File.Exists(target);
        if (exists && !options.Force)
        {
            log.Add($"Skip existing file '{ShownOutput.Of(options, path == output, file.Path)}'");
            return;
        }

        var takesMetadata = origin.IsCopy || options.CopyMetadata;
        var old = new FileInfo(target);
        var mode =
            takesMetadata ? file.Mode
            : exists ? old.UnixFileMode
            : NewFileMode;
        if (
            exists
            && old.Length == file.Content.Length
            && File.ReadAllBytes(target).AsSpan().SequenceEqual(file.Content)
        )
        {
            if (takesMetadata)
            {
                CopyMetadata(target, file.Mode, origin.Source.Modified);
            }

            return;
        }

        MakeFolder(Path.GetDirectoryName(target) ?? target);
        Replace(target, file.Content, mode, takesMetadata ? origin.Source.Modified : null);
    }

    // What a killed run left beside the files that this one writes.
    private void RemoveRemains(RenderedTree tree)
    {
        var files = tree.Files.All.Select(f => tree.IsSingleFile ? output : Path.Join(output, f.Path));
        foreach (var folder in files.GroupBy(static f => Path.GetDirectoryName(f) ?? f, StringComparer.Ordinal))
        {
            if (Directory.Exists(folder.Key))
            {
                PrivateFile.RemoveRemains(folder.Key, [.. folder.Select(static f => Shortened(Path.GetFileName(f)))]);
            }
        }
    }

    private void MakeFolder(string folder)
    {
        if (!standingFolders.Contains(folder))
        {
            Directory.CreateDirectory(folder);
            standingFolders.Add(folder);
        }
    }

    // A temporary file beside the target takes its place when it is whole. Its metadata is set by its handle: most of the time that
    // writing a tree takes goes into calls that look names up.
    private static void Replace(string target, byte[] content, UnixFileMode mode, DateTimeOffset? modified)
    {
        var temporary = Path.Join(
            Path.GetDirectoryName(target),
            $".{Shortened(Path.GetFileName(target))}.homeops-tmp-{Path.GetRandomFileName()}"
        );
        var create = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            create.UnixCreateMode = mode;
        }

        try
        {
            using (var stream = new FileStream(temporary, create))
            {
                stream.Write(content);
                if (modified is { } time)
                {
                    KeepMode(stream.SafeFileHandle, mode);
                    File.SetLastWriteTimeUtc(stream.SafeFileHandle, time.UtcDateTime);
                }
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static string Shortened(string name) => name.Length > LongestName ? name[..LongestName] : name;

    // The process's umask may have taken bits away when the file was made.
    private static void KeepMode(SafeFileHandle file, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(file) != mode)
        {
            File.SetUnixFileMode(file, mode);
        }
    }

    private void FinishFolder(string path, RenderedFolder folder)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        if (!options.KeepEmpty && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            log.Add($"Remove empty dir '{Shown(folder.Path)}'");
            Directory.Delete(path);
        }
        else if (options.CopyMetadata)
        {
            log.Add($"Copy dir metadata '{folder.Source.Path}' -> '{Shown(folder.Path)}'");
            CopyMetadata(path, folder.Source.Mode, folder.Source.Modified);
        }
    }

    private static void CopyMetadata(string path, UnixFileMode mode, DateTimeOffset modified)
    {
        FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (!OperatingSystem.IsWindows() && info.UnixFileMode != mode)
        {
            info.UnixFileMode = mode;
        }

        if (info.LastWriteTimeUtc != modified.UtcDateTime)
        {
            info.LastWriteTimeUtc = modified.UtcDateTime;
        }
    }

    private bool Try(string path, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Add(
                MakejinjaDiagnostics.NotWritten(Path.GetRelativePath(workingFolder, path), FileFailure.Reason(failure))
            );
            return false;
        }
    }
}

/// <summary>How writing went.</summary>
/// <param name="Log">What was skipped and removed, line by line.</param>
/// <param name="Diagnostics">What went wrong.</param>
public sealed record WriteReport(IReadOnlyList<string> Log, IReadOnlyList<Diagnostic> Diagnostics);
