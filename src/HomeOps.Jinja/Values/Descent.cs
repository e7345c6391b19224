namespace HomeOps.Jinja.Values;

/// <summary>
/// A walk through nested containers that compares or hashes them. They nest as deep as a template likes or hold themselves, and a few that
/// hold each other twice have more ways through them than anybody can walk.
/// </summary>
/// <param name="deepest">How deep it may go.</param>
/// <param name="tooDeep">What is said when it goes deeper.</param>
internal sealed class Descent(int deepest, string tooDeep)
{
    private const int MostSteps = 1 << 24;

    private int depth;
    private int steps;

    /// <summary>The walk enters a container.</summary>
    /// <exception cref="JinjaException">RecursionError.</exception>
    public void Enter()
    {
        if (++depth > deepest)
        {
            throw JinjaException.Recursion(tooDeep);
        }
    }

    /// <summary>The walk leaves the container it entered last.</summary>
    public void Leave() => depth--;

    /// <summary>The walk looks at one more item.</summary>
    /// <exception cref="JinjaException">There are too many.</exception>
    public void Step()
    {
        if (++steps > MostSteps)
        {
            throw JinjaException.Limit($"comparing these values takes more than the limit of {MostSteps} steps");
        }
    }
}
