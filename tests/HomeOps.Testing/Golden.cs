using System.Runtime.CompilerServices;
using System.Text;

namespace HomeOps.Testing;

/// <summary>
/// Compares text with a file that stands beside the test and is part of the review. With UPDATE_GOLDEN=1 in the environment the
/// file is rewritten instead; CI never sets it.
/// </summary>
public static class Golden
{
    /// <summary>The folder of the calling test's source file joined with a relative path.</summary>
    public static string Path(string relative, [CallerFilePath] string caller = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Join(System.IO.Path.GetDirectoryName(caller), relative));

    /// <summary>Fails with a line difference when the text is not what the file holds.</summary>
    /// <param name="relative">The golden file, relative to the test's source file.</param>
    /// <param name="actual">What the program produced.</param>
    /// <param name="caller">Filled in by the compiler.</param>
    public static void Verify(string relative, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path(relative, caller);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        if (!File.Exists(path))
        {
            throw new GoldenMismatchException(
                $"There is no golden file {relative}. UPDATE_GOLDEN=1 makes it. Actual text:\n{actual}"
            );
        }

        var expected = File.ReadAllText(path);
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            throw new GoldenMismatchException(
                $"{relative} differs (- expected, + actual):\n{LineDifference.Between(expected, actual)}"
            );
        }
    }
}
