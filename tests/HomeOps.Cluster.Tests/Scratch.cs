using HomeOps.Age;
using HomeOps.Cluster.Tests.Reading;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Cluster.Tests;

/// <summary>A folder that is removed at the end of a test, and what runs in it.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("homeops-cluster-").FullName;

    public string this[string relative] => Path.Join(path, relative);

    /// <summary>examples/home of the repository.</summary>
    public static string Example { get; } = Golden.Path("../../examples/home");

    /// <summary>Bytes that are the same in every run.</summary>
    public static RandomFill Counting()
    {
        byte next = 0;
        return bytes =>
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = unchecked(next++);
            }
        };
    }

    public ConfigureRequest Request(string folder, string? into = null) =>
        new()
        {
            Folder = Path.IsPathFullyQualified(folder) ? folder : this[folder],
            Into = into is null ? null : this[into],
            ClassicKey = true,
            Time = new FixedTime(),
            Random = Counting(),
        };

    /// <summary>A repository made from the example, in the folder <c>home</c>.</summary>
    public ConfigureReport Home() => Configure.Run(Request(Example, "home") with { CreateKeys = true });

    /// <summary>Findings as a person sees them, with the folder's own name, which differs in every run, left out.</summary>
    public string Printed(IEnumerable<Diagnostic> findings) =>
        BrokenInputTests
            .Printed(findings)
            .Replace(path, "/scratch", StringComparison.Ordinal)
            .Replace(Example, "/example", StringComparison.Ordinal);

    public string Read(string relative) => File.ReadAllText(this[relative]);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative]) ?? path);
        File.WriteAllText(this[relative], text);
    }

    /// <summary>Every file below a folder with its content.</summary>
    public SortedDictionary<string, string> Snapshot(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(this[folder], "*", SearchOption.AllDirectories))
        {
            files[Path.GetRelativePath(this[folder], file)] = File.ReadAllText(file);
        }

        return files;
    }

    public void Dispose() => Directory.Delete(path, recursive: true);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
