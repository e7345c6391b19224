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
    private const int MaxTries = 10;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string path;
    private readonly FileStream held;
    private readonly IDisposable watch;

    private SecretsPrivateFolder(World world, string path, FileStream held)
    {
        this.path = path;
        this.held = held;
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

        for (var tries = 1; ; tries++)
        {
            var folder = Path.Join(parent, Prefix + RandomNumberGenerator.GetHexString(16));
            Directory.CreateDirectory(folder, OwnerOnly);
            try
            {
                return new SecretsPrivateFolder(world, folder, Lock(folder, FileMode.CreateNew));
            }
            catch (DirectoryNotFoundException) when (tries < MaxTries)
            {
                // Another homeops took it for one that a killed one left behind: it was empty for a moment.
            }
        }
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
            using (Lock(folder, FileMode.Open)) { }

            Remove(folder);
        }
        catch (FileNotFoundException)
        {
            RemoveIfEmpty(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // In use, just being made, or somebody else's.
        }
    }

    private static FileStream Lock(string folder, FileMode mode) =>
        new(Path.Join(folder, LockName), mode, FileAccess.Write, FileShare.None);

    // A homeops that was killed between making the folder and its lock.
    private static void RemoveIfEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its lock has just been made, or it is somebody else's.
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            // The lock last: whoever finds a folder without one knows that it is empty.
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (entry is DirectoryInfo { LinkTarget: null } below)
                {
                    below.Delete(recursive: true);
                }
                else if (entry.Name != LockName)
                {
                    entry.Delete();
                }
            }

            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Removed when a signal came.
        }
    }
}
