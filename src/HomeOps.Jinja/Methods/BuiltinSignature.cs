using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>
/// The parameters of a method that CPython writes in C: bound as <see cref="Signature"/> does, with the complaints of
/// CPython 3.11 (Python/getargs.c, _PyArg_UnpackKeywords), which differ from those of a function written in Python.
/// </summary>
/// <param name="function">The name that messages print.</param>
/// <param name="names">Parameter names; each has a default.</param>
/// <param name="defaults">The defaults.</param>
/// <param name="positional">How many may be given by their place.</param>
internal sealed class BuiltinSignature(string function, string[] names, Value[] defaults, int positional)
{
    /// <summary>Parameters that may all be given by their place.</summary>
    public BuiltinSignature(string function, string[] names, Value[] defaults)
        : this(function, names, defaults, names.Length) { }

    /// <summary>Puts the arguments in the order of the parameters and fills in the defaults.</summary>
    /// <exception cref="JinjaException">TypeError: too many, unknown, or twice.</exception>
    public BoundArguments Bind(CallArguments arguments)
    {
        RefuseTooMany(arguments);
        var bound = default(BoundArguments);
        Span<Value> slots = bound;
        defaults.CopyTo(slots);
        arguments.Positional.CopyTo(slots);
        string? unknown = null;
        for (var i = 0; i < arguments.KeywordCount; i++)
        {
            var at = Array.IndexOf(names, arguments.Names[i]);
            if (at >= 0 && at < arguments.PositionalCount)
            {
                throw JinjaException.Type(
                    $"argument for {function}() given by name ('{names[at]}') and position ({at + 1})"
                );
            }

            if (at < 0)
            {
                unknown ??= arguments.Names[i];
            }
            else
            {
                slots[at] = arguments.KeywordValues[i];
            }
        }

        return unknown is null
            ? bound
            : throw JinjaException.Type($"'{unknown}' is an invalid keyword argument for {function}()");
    }

    private void RefuseTooMany(CallArguments arguments)
    {
        var places = arguments.PositionalCount;
        var given = places + arguments.KeywordCount;
        if (given > names.Length)
        {
            var kind = places == 0 ? "keyword " : "";
            throw JinjaException.Type(
                $"{function}() takes at most {names.Length} {kind}argument{(names.Length == 1 ? "" : "s")} ({given} given)"
            );
        }

        if (places > positional)
        {
            throw JinjaException.Type(
                positional == 0
                    ? $"{function}() takes no positional arguments"
                    : $"{function}() takes at most {positional} positional argument{(positional == 1 ? "" : "s")} ({places} given)"
            );
        }
    }
}
