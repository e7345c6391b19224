using System.Diagnostics;
using System.Text;

namespace HomeOps.Files.Tests;

/// <summary>A folder of its own for one test, removed with everything in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    // In memory where the system has a place for it: the tests of interruptions write tens of thousands of small files.
    private const string InMemory = "/dev/shm";

    public string Path { get; } =
        Directory.Exists(InMemory)
            ? Directory.CreateDirectory($"{InMemory}/homeops-files-{Guid.NewGuid():N}").FullName
            : Directory.CreateTempSubdirectory("homeops-files-").FullName;

    public string At(string path) => System.IO.Path.Join(Path, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public string Read(string path) => File.ReadAllText(At(path));

    public void Link(string path, string target) => File.CreateSymbolicLink(At(path), target);

    /// <summary>Makes a pipe, which to open waits for a writer.</summary>
    public void Pipe(string path)
    {
        using var process = Process.Start("mkfifo", [At(path)]);
        process.WaitForExit();
    }

    /// <summary>Every folder, file, mode and content, one a line, without the lock.</summary>
    public string Snapshot()
    {
        var text = new StringBuilder();
        foreach (
            var path in Directory
                .EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories)
                .Where(static p => !p.EndsWith("/.homeops/lock", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            var name = System.IO.Path.GetRelativePath(Path, path);
            text.Append(
                Directory.Exists(path)
                    ? $"{name}/\n"
                    : $"{name} {new FileInfo(path).UnixFileMode & UnixFileMode.UserExecute} {File.ReadAllText(path)}\n"
            );
        }

        return text.ToString();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
