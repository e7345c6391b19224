namespace HomeOps.Files.Tests;

/// <summary>The disk, with one call that goes wrong.</summary>
/// <param name="failAt">Which call, counted from 1.</param>
/// <param name="fault">How.</param>
internal sealed class FaultyFileSystem(int failAt, Fault fault) : IFileSystem
{
    private readonly DiskFileSystem disk = new();
    private int calls;

    /// <summary>Whether the call that goes wrong was reached.</summary>
    public bool WasReached => calls >= failAt;

    public (EntryKind Kind, UnixFileMode Mode)? Look(string path) => Reading(() => disk.Look(path));

    public IReadOnlyList<string> List(string folder) => Reading(() => disk.List(folder));

    public byte[] Read(string path) => Reading(() => disk.Read(path));

    public void Create(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        var whole = content.ToArray();
        Do(
            () =>
            {
                disk.Create(path, whole, mode);
                return 0;
            },
            () => disk.Create(path, whole.AsSpan(0, whole.Length / 2), mode)
        );
    }

    // The tests kill the process, not the machine: nothing has to reach the disk.
    public void Flush(string path) => Do(static () => 0);

    public void Rename(string from, string to) => Do(() => disk.Rename(from, to));

    public void Delete(string path) => Do(() => disk.Delete(path));

    public void CreateFolder(string path) => Do(() => disk.CreateFolder(path));

    public void RemoveFolder(string path) => Do(() => disk.RemoveFolder(path));

    public IDisposable? TryLock(string path) => Do(() => disk.TryLock(path));

    // Reading leaves nothing behind, so it makes no difference whether the process dies before or after it.
    private T Reading<T>(Func<T> call) => fault is Fault.KillAfter or Fault.KillWithin ? call() : Do(call);

    private void Do(Action call) =>
        Do(() =>
        {
            call();
            return 0;
        });

    private T Do<T>(Func<T> call, Action? torn = null)
    {
        calls++;
        var isNow = calls == failAt || (calls > failAt && fault == Fault.FailFromThenOn);
        if (!isNow)
        {
            return call();
        }

        switch (fault)
        {
            case Fault.KillAfter:
                (call() as IDisposable)?.Dispose();
                throw new KilledException();
            case Fault.KillWithin:
                torn?.Invoke();
                throw new KilledException();
            case Fault.Deny:
                throw new UnauthorizedAccessException();
            default:
                torn?.Invoke();
                throw new IOException("No space left on device", 28);
        }
    }
}

internal enum Fault
{
    KillAfter,
    KillWithin,
    Deny,
    FailOnce,
    FailFromThenOn,
}

/// <summary>The process is gone: nothing may catch this.</summary>
internal sealed class KilledException : Exception;
