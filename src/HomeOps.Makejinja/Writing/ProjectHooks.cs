using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>The commands of <c>exec_pre</c> and <c>exec_post</c>.</summary>
public static class ProjectHooks
{
    /// <summary>Runs commands one after the other and stops at the first that fails.</summary>
    /// <param name="commands">Shell commands.</param>
    /// <param name="run">Runs one with <c>sh -c</c> in the working folder and gives its exit code.</param>
    /// <returns>The failure (HO0414), null when all went well.</returns>
    public static Diagnostic? Run(IEnumerable<string> commands, Func<string, int> run)
    {
        foreach (var command in commands)
        {
            if (run(command) is not 0 and var exitCode)
            {
                return MakejinjaDiagnostics.HookFailed(command, exitCode);
            }
        }

        return null;
    }
}
