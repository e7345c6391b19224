namespace HomeOps.Benchmarks.Engines;

/// <summary>Figures of engines mean something only when the engines do the same work.</summary>
internal static class SameOutput
{
    /// <summary>Refuses to go on unless every engine gives the first one's output.</summary>
    public static void Require(params (string Engine, string Output)[] results)
    {
        var (reference, expected) = results[0];
        if (expected.Length == 0)
        {
            throw new InvalidOperationException($"{reference} printed nothing.");
        }

        foreach (var (engine, output) in results)
        {
            if (!string.Equals(output, expected, StringComparison.Ordinal))
            {
                throw new InvalidOperationException(
                    $"{engine} does not print what {reference} prints.\n--- {reference}\n{expected}\n--- {engine}\n{output}"
                );
            }
        }
    }
}
