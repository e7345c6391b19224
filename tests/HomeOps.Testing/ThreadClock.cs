using System.Runtime.InteropServices;

namespace HomeOps.Testing;

/// <summary>Time that the calling thread spent on a processor: a loaded machine makes a run long, but not its share of the processor.</summary>
public sealed partial class ThreadClock : TimeProvider
{
    private const int OfThisThread = 3;
    private const long Second = 1_000_000_000;

    /// <summary>The clock.</summary>
    public static ThreadClock Instance { get; } = new();

    /// <inheritdoc />
    public override long TimestampFrequency => Second;

    /// <inheritdoc />
    public override long GetTimestamp() =>
        ClockGetTime(OfThisThread, out var time) == 0
            ? (time.Seconds * Second) + time.Nanoseconds
            : throw new InvalidOperationException("no clock of processor time");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out Timespec time);

    private readonly record struct Timespec(long Seconds, long Nanoseconds);
}
