using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>Checks and converts what a method is called with, with CPython's complaints.</summary>
internal static class Arguments
{
    /// <summary>Positional values only, so many of them.</summary>
    /// <param name="arguments">What is passed.</param>
    /// <param name="self">What the method belongs to.</param>
    /// <param name="method">Its name.</param>
    /// <param name="least">How many are needed.</param>
    /// <param name="most">How many are taken.</param>
    /// <param name="isOld">CPython passes the arguments in a tuple (METH_VARARGS) and unpacks them by a format, which has words of its own.</param>
    /// <exception cref="JinjaException">TypeError.</exception>
    public static void Expect(
        this CallArguments arguments,
        Value self,
        string method,
        int least,
        int most,
        bool isOld = false
    )
    {
        if (arguments.KeywordCount > 0)
        {
            throw JinjaException.Type($"{Qualified()}() takes no keyword arguments");
        }
        var given = arguments.PositionalCount;
        if (given >= least && given <= most)
        {
            return;
        }
        var isTooFew = given < least;
        var bound = isTooFew ? least : most;
        var plural = bound == 1 ? "" : "s";
        throw JinjaException.Type(
            isOld ? $"{method}() takes at {(isTooFew ? "least" : "most")} {bound} argument{plural} ({given} given)"
            : most == 0 ? $"{Qualified()}() takes no arguments ({given} given)"
            : least == 1 && most == 1 ? $"{Qualified()}() takes exactly one argument ({given} given)"
            : least == most ? $"{method} expected {least} arguments, got {given}"
            : $"{method} expected at {(isTooFew ? "least" : "most")} {bound} argument{plural}, got {given}"
        );

        string Qualified() => isOld ? method : $"{TypeNames.Of(self)}.{method}";
    }

    /// <summary>Nothing beside the value that a builtin function is applied to as a filter or test.</summary>
    /// <exception cref="JinjaException">TypeError.</exception>
    public static void ExpectValueAlone(this CallArguments arguments, string function)
    {
        if (arguments.KeywordCount > 0)
        {
            throw JinjaException.Type($"{function}() takes no keyword arguments");
        }

        if (arguments.PositionalCount > 0)
        {
            throw JinjaException.Type(
                $"{function}() takes exactly one argument ({arguments.PositionalCount + 1} given)"
            );
        }
    }

    /// <summary>An int where Python takes <c>__index__</c>; too large ones stop at the ends.</summary>
    /// <exception cref="JinjaException">TypeError for anything else.</exception>
    public static long Index(Value value) =>
        value.Kind switch
        {
            ValueKind.Int or ValueKind.Bool => value.AsInt64,
            ValueKind.BigInt => value.AsBigInteger.Sign < 0 ? long.MinValue / 4 : long.MaxValue / 4,
            _ => throw JinjaException.Type($"'{TypeNames.Of(value)}' object cannot be interpreted as an integer"),
        };

    /// <summary>An int where Python takes a size.</summary>
    /// <exception cref="JinjaException">TypeError for anything else, OverflowError when it has more than 64 bits.</exception>
    public static long Size(Value value, string type = "ssize_t") =>
        value.Kind == ValueKind.BigInt
            ? throw JinjaException.Overflow($"Python int too large to convert to C {type}")
            : Index(value);

    /// <summary>The same, or the fallback when not given.</summary>
    public static long Size(Value value, long fallback) => value.IsMissing ? fallback : Size(value);

    /// <summary>A bool by truth, or the fallback when not given.</summary>
    public static bool Flag(Value value, bool fallback = false) => value.IsMissing ? fallback : Truth.Of(value);

    /// <summary>A str.</summary>
    /// <exception cref="JinjaException">TypeError with the given words in front of the type.</exception>
    public static string Text(Value value, string refusal) =>
        value.AsText ?? throw JinjaException.Type(refusal + TypeNames.Of(value));

    /// <summary>A str where Python counts or names the argument; None is then called by its own name.</summary>
    /// <exception cref="JinjaException">TypeError with the given words in front of the type.</exception>
    public static string NamedText(Value value, string refusal) =>
        value.IsNone ? throw JinjaException.Type($"{refusal}None") : Text(value, refusal);

    /// <summary>start and end of a search, as code point bounds inside the length.</summary>
    public static (int Start, int End) Window(Value start, Value end, int length)
    {
        var bounds = SliceBounds.Of(length, start, end, default);
        var from = start.IsInteger && Index(start) > length ? (long)length + 1 : bounds.Start;
        return ((int)from, (int)bounds.Stop);
    }
}
