using HomeOps.Age;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary>Turns the failures of the libraries into findings and an exit code.</summary>
internal static class SecretsFailures
{
    /// <summary>Does the work of a command.</summary>
    /// <returns>What the work returns; 1 when it fails.</returns>
    public static int Report(World world, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (SopsException failure)
        {
            return new FindingsPrinter(world.Terminal).Print([failure.Diagnostic]);
        }
        catch (AgeException failure)
        {
            return new FindingsPrinter(world.Terminal).Print([failure.Diagnostic]);
        }
    }
}
