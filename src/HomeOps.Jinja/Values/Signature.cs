using System.Runtime.CompilerServices;
using System.Text;

namespace HomeOps.Jinja.Values;

/// <summary>The parameters of a function written in C#: binds a call's arguments by position and name, with Python's complaints.</summary>
public sealed class Signature
{
    private readonly string function;
    private readonly string[] names;
    private readonly Value[] defaults;
    private readonly int required;
    private readonly int hidden;

    /// <summary>The parameters of a function.</summary>
    /// <param name="function">The name that messages print.</param>
    /// <param name="names">Parameter names, at most <see cref="BoundArguments.Capacity"/>.</param>
    /// <param name="defaults">Defaults of the last parameters; those before them are required. A missing value as default means "not given".</param>
    /// <param name="hidden">Positional arguments that the caller passes unseen (a filter's value, the environment): messages count them.</param>
    public Signature(string function, string[] names, Value[] defaults, int hidden = 0)
    {
        this.function = function;
        this.names = names;
        this.defaults = defaults;
        this.hidden = hidden;
        required = names.Length - defaults.Length;
    }

    /// <summary>Puts the arguments in the order of the parameters and fills in the defaults.</summary>
    /// <exception cref="JinjaException">TypeError: too many, unknown, twice, or not given.</exception>
    public BoundArguments Bind(CallArguments arguments)
    {
        var bound = default(BoundArguments);
        Span<Value> slots = bound;
        var positional = arguments.Positional;
        positional[..Math.Min(positional.Length, names.Length)].CopyTo(slots);
        for (var i = 0; i < arguments.KeywordCount; i++)
        {
            var at = Array.IndexOf(names, arguments.Names[i]);
            if (at < 0)
            {
                throw JinjaException.Type($"{function}() got an unexpected keyword argument '{arguments.Names[i]}'");
            }
            if (at < positional.Length)
            {
                throw JinjaException.Type($"{function}() got multiple values for argument '{names[at]}'");
            }
            slots[at] = arguments.KeywordValues[i];
        }

        // Python looks at the keywords first.
        if (positional.Length > names.Length)
        {
            throw JinjaException.Type(TooMany(positional.Length));
        }

        for (var i = positional.Length; i < names.Length; i++)
        {
            if (slots[i].IsMissing)
            {
                if (i < required)
                {
                    throw JinjaException.Type(NotGiven(slots));
                }
                slots[i] = defaults[i - required];
            }
        }
        return bound;
    }

    private string TooMany(int given)
    {
        var most = names.Length + hidden;
        var least = required + hidden;
        var takes = least == most ? $"{most}" : $"from {least} to {most}";
        return $"{function}() takes {takes} positional argument{(most == 1 ? "" : "s")} but {given + hidden} "
            + (given + hidden == 1 ? "was given" : "were given");
    }

    private string NotGiven(ReadOnlySpan<Value> slots)
    {
        var absent = new List<string>();
        for (var i = 0; i < required; i++)
        {
            if (slots[i].IsMissing)
            {
                absent.Add($"'{names[i]}'");
            }
        }
        var list = new StringBuilder(absent[0]);
        for (var i = 1; i < absent.Count; i++)
        {
            list.Append(
                    i < absent.Count - 1 ? ", "
                    : absent.Count > 2 ? ", and "
                    : " and "
                )
                .Append(absent[i]);
        }
        return $"{function}() missing {absent.Count} required positional argument{(absent.Count == 1 ? "" : "s")}: {list}";
    }
}

/// <summary>Arguments in the order of the parameters they are bound to.</summary>
[InlineArray(Capacity)]
public struct BoundArguments
{
    /// <summary>The most parameters a <see cref="Signature"/> can have.</summary>
    public const int Capacity = 6;

    private Value first;
}
