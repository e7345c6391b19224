using System.Runtime.CompilerServices;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax;

/// <summary>Turns a stack that is nearly used up into an error of the template instead of a crash.</summary>
internal static class StackGuard
{
    public static void Ensure()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw JinjaException.Recursion();
        }
    }
}
