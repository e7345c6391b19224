using System.Security.Cryptography;
using HomeOps.Files;

namespace HomeOps.Cli.Commands;

/// <summary>
/// A folder for plaintext that another program has to read: only its owner can enter it, it lies in memory where the machine has such a place,
/// and it is removed with everything in it, also when homeops is told to end. What a killed homeops could not remove, the next one does.
/// </summary>
internal sealed class SecretsPrivateFolder : IDisposable
{
    private const string Prefix = "homeops-secrets-";
    private const string LockName = ".lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string path;
    private readonly FileStream held;
    private readonly IDisposable watch;

    private SecretsPrivateFolder(World world, string path)
    {
        this.path = path;
        Directory.CreateDirectory(path, OwnerOnly);
        held = new FileStream(Path.Join(path, LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        watch = world.Processes.OnEnd(() =>
        {
            if (!IsInUse)
            {
                Remove(path);
            }
        });
    }

    /// <summary>Whether another program works in it: it is then removed when that program has ended.</summary>
    public bool IsInUse { get; set; }

    public static SecretsPrivateFolder Create(World world)
    {
        var parent = Parent(world);
        foreach (var left in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            RemoveAbandoned(left);
        }

        return new SecretsPrivateFolder(world, Path.Join(parent, Prefix + RandomNumberGenerator.GetHexString(16)));
    }

    /// <summary>Makes a private file in it.</summary>
    /// <returns>Its absolute path.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public string Write(string name, ReadOnlySpan<byte> content)
    {
        var file = Path.Join(path, name);
        return PrivateFile.Create(file, content) is { } failure ? throw new IOException(failure.Message) : file;
    }

    /// <summary>Makes a named pipe in it.</summary>
    /// <returns>Its absolute path.</returns>
    /// <exception cref="IOException">It cannot be made.</exception>
    public string MakeFifo(string name)
    {
        var file = Path.Join(path, name);
        Libc.MakeFifo(file);
        return file;
    }

    public void Dispose()
    {
        Remove(path);
        held.Dispose();
        watch.Dispose();
    }

    private static string Parent(World world)
    {
        string?[] places =
        [
            world.Environment.GetValueOrDefault("XDG_RUNTIME_DIR"),
            "/dev/shm",
            world.Environment.GetValueOrDefault("TMPDIR"),
        ];
        return Array.Find(places, static p => p is { Length: > 0 } && Directory.Exists(p)) ?? "/tmp";
    }

    // A folder whose lock can be had belongs to nobody any more.
    private static void RemoveAbandoned(string folder)
    {
        try
        {
            using (new FileStream(Path.Join(folder, LockName), FileMode.Open, FileAccess.Write, FileShare.None)) { }

            Remove(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // In use, just being made, or somebody else's.
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Removed when a signal came.
        }
    }
}
