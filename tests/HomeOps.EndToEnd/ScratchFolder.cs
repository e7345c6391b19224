namespace HomeOps.EndToEnd;

/// <summary>An empty folder that is gone after the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("homeops-e2e-").FullName;

    public string this[string relative] => System.IO.Path.Join(Path, relative);

    public string Read(string relative) => File.ReadAllText(this[relative]);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative]) ?? Path);
        File.WriteAllText(this[relative], text);
    }

    /// <summary>Copies a folder of the repository into this one.</summary>
    public void CopyFrom(string repositoryFolder, string relative = "")
    {
        var source = System.IO.Path.Join(Repository.Root, repositoryFolder);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Join(this[relative], System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target) ?? Path);
            File.Copy(file, target);
        }
    }

    /// <summary>Every file with its bytes and mode, for "nothing changed".</summary>
    public IReadOnlyDictionary<string, (string Content, DateTime Written)> Snapshot() =>
        Directory
            .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .ToDictionary(
                f => System.IO.Path.GetRelativePath(Path, f),
                static f => (Convert.ToHexString(File.ReadAllBytes(f)), File.GetLastWriteTimeUtc(f)),
                StringComparer.Ordinal
            );

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
