using HomeOps.Sops;

namespace HomeOps.Conformance;

/// <summary>The exit codes of the sops program for the failures of the library.</summary>
internal static class SopsExit
{
    public static int Of(SopsFailure failure) =>
        failure switch
        {
            SopsFailure.BadInput or SopsFailure.WrongKind => 2,
            SopsFailure.NotWritable => 4,
            SopsFailure.BadPath => 7,
            SopsFailure.NotEncryptable => 23,
            SopsFailure.BadValue => 25,
            SopsFailure.MacMismatch => 51,
            SopsFailure.EmptyFile => 92,
            SopsFailure.NoKey => 128,
            SopsFailure.AlreadyEncrypted => 203,
            _ => 1,
        };

    /// <summary>Runs something and compares how it ends.</summary>
    public static string? Compare(int expected, Action run)
    {
        var (actual, message) = Run(run);
        return actual == expected ? null : $"exit {actual}, expected {expected}; {message}";
    }

    public static (int Exit, string Message) Run(Action run)
    {
        try
        {
            run();
            return (0, "");
        }
        catch (SopsException exception)
        {
            return (Of(exception.Failure), exception.Message);
        }
    }
}
