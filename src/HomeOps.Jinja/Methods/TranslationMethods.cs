using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.maketrans and str.translate.</summary>
internal static class TranslationMethods
{
    public static Value MakeTable(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect("str.maketrans", 1, 3);
        var table = new PyDict();
        if (arguments.PositionalCount == 1)
        {
            var dict =
                arguments.At(0).As<PyDict>()
                ?? throw JinjaException.Type("if you give only one argument to maketrans it must be a dict");
            for (var at = 0; dict.TryNext(ref at, out var key, out var value); )
            {
                table.Set(key.AsText is null ? key : Ordinal(key), value);
            }
            return table;
        }
        var from = CodePoints.Split(Arguments.Text(arguments.At(0), "maketrans() argument 1 must be str, not "));
        var to = CodePoints.Split(Arguments.Text(arguments.At(1), "maketrans() argument 2 must be str, not "));
        if (from.Length != to.Length)
        {
            throw JinjaException.Value("the first two maketrans arguments must have equal length");
        }
        for (var i = 0; i < from.Length; i++)
        {
            table.Set(Ordinal(from[i]), Ordinal(to[i]));
        }
        if (!arguments.At(2).IsMissing)
        {
            foreach (
                var gone in CodePoints.Split(
                    Arguments.Text(arguments.At(2), "maketrans() argument 3 must be str, not ")
                )
            )
            {
                table.Set(Ordinal(gone), Value.None);
            }
        }
        return table;
    }

    public static Value Translate(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect("str.translate", 1, 1);
        var table = arguments.At(0);
        var into = new StringBuilder();
        foreach (var rune in (self.AsText ?? "").EnumerateRunes())
        {
            if (!Lookup.TryGetItem(context, table, rune.Value, out var to))
            {
                into.Append(rune.ToString());
            }
            else if (to.AsText is { } text)
            {
                into.Append(text);
            }
            else if (to.IsInteger && Rune.IsValid((int)to.AsInt64))
            {
                into.Append(new Rune((int)to.AsInt64).ToString());
            }
            else if (!to.IsNone)
            {
                throw JinjaException.Type("character mapping must return integer, None or str");
            }
            Sequences.CheckText(context, into.Length);
        }
        return StringMethods.Like(self, into.ToString());
    }

    private static Value Ordinal(Value character) =>
        character.AsText is { } text && CodePoints.Count(text) == 1
            ? CodePoints.RuneAt(text, 0).Value
            : throw JinjaException.Value("string keys in translate table must be of length 1");
}
