namespace HomeOps.Testing;

/// <summary>A golden file and what the program produced differ.</summary>
public sealed class GoldenMismatchException(string message) : Exception(message);
