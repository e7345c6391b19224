namespace HomeOps.Cli;

/// <summary>Standard output does not take what was written to it.</summary>
/// <param name="reason">Why, in words.</param>
internal sealed class StandardOutputException(string reason)
    : IOException($"standard output cannot be written: {reason}");
