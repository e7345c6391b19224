using System.Globalization;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>One call of Render: the output and what the template has used up of its limits.</summary>
internal sealed class RenderState(JinjaEnvironment environment, OutputBuffer output)
{
    private const int MostPasses = 64;
    private static readonly TimeSpan SlowPass = TimeSpan.FromMilliseconds(10);

    private readonly Limits limits = environment.Options.Limits;
    private int depth;
    private readonly TimeProvider clock = environment.Options.Clock;
    private readonly long started = environment.Options.Clock.GetTimestamp();
    private long iterations;
    private long looked = environment.Options.Clock.GetTimestamp();
    private int pace = 1;
    private int ahead = 1;

    public JinjaEnvironment Environment { get; } = environment;

    public OutputBuffer Output { get; } = output;

    /// <summary>Whether a constant is computed as Jinja2's optimizer would.</summary>
    public bool IsFolding { get; set; }

    /// <summary>A macro, block, recursive loop or template starts.</summary>
    public void Enter()
    {
        if (++depth > limits.Depth)
        {
            throw JinjaException.Recursion();
        }

        StackGuard.Ensure();
        CheckTime();
    }

    /// <summary>What <see cref="Enter"/> announced has ended.</summary>
    public void Leave() => depth--;

    /// <summary>A loop runs its body once more.</summary>
    public void CountIteration()
    {
        if (++iterations > limits.Items)
        {
            throw JinjaException.Limit($"the loops of this template run over the limit of {limits.Items} passes");
        }

        CheckTime();
    }

    /// <summary>Stops a template that takes too long. Called often: the clock is looked at every so many calls, at each while they are slow.</summary>
    public void CheckTime()
    {
        if (--ahead > 0)
        {
            return;
        }

        var now = clock.GetTimestamp();
        pace = clock.GetElapsedTime(looked, now) > SlowPass ? 1 : Math.Min(2 * pace, MostPasses);
        (ahead, looked) = (pace, now);
        if (clock.GetElapsedTime(started, now) > limits.Time)
        {
            throw JinjaException.Limit(
                $"the template takes longer than the limit of {limits.Time.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds"
            );
        }
    }

    /// <summary>The template of that name.</summary>
    /// <exception cref="JinjaException">UndefinedError, TemplateNotFound, or what is wrong with the template.</exception>
    public Template Load(Value name)
    {
        RefuseWithoutLoader();
        if (name.As<PyUndefined>() is { } undefined)
        {
            throw undefined.Error();
        }

        return Hashing.IsHashable(name)
            ? Environment.GetTemplate(name.AsText ?? PyText.Str(name))
            : throw JinjaException.Type($"unhashable type: '{TypeNames.Of(name)}'");
    }

    /// <summary>The template of that name, or the first that exists of several names.</summary>
    public Template LoadAny(EvaluationContext context, Value names)
    {
        if (names.IsText || names.IsUndefined)
        {
            return Load(names);
        }

        IReadOnlyList<Value> candidates = Truth.Of(names) ? Iteration.ToList(context, names) : [];
        if (candidates.Count == 0)
        {
            throw new JinjaException(JinjaErrorKind.NoneFound, "Tried to select from an empty list of templates.");
        }

        RefuseWithoutLoader();
        foreach (var candidate in candidates)
        {
            if (candidate.AsText is { } name && Environment.TryGetTemplate(name) is { } template)
            {
                return template;
            }
        }

        var tried = candidates.Select(static c => c.As<PyUndefined>()?.Message ?? PyText.Str(c));
        throw new JinjaException(
            JinjaErrorKind.NoneFound,
            $"none of the templates given were found: {string.Join(", ", tried)}"
        );
    }

    private void RefuseWithoutLoader()
    {
        if (Environment.Options.Loader is null)
        {
            throw JinjaException.Type("no loader for this environment specified");
        }
    }
}
