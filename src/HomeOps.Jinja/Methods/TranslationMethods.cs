using System.Text;
using HomeOps.Jinja.Formatting;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.maketrans and str.translate.</summary>
internal static class TranslationMethods
{
    public static Value MakeTable(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect("", "maketrans", 1, 3);
        var table = new PyDict();
        if (arguments.PositionalCount == 1)
        {
            var dict =
                arguments.At(0).As<PyDict>()
                ?? throw JinjaException.Type("if you give only one argument to maketrans it must be a dict");
            for (var at = 0; dict.TryNext(ref at, out var key, out var value); )
            {
                table.Set(
                    key.IsText ? Ordinal(key)
                        : key.IsInteger ? key
                        : throw JinjaException.Type("keys in translate table must be strings or integers"),
                    value
                );
            }
            return table;
        }
        var to = CodePoints.Split(Arguments.NamedText(arguments.At(1), "maketrans() argument 2 must be str, not "));
        var without = arguments.At(2).IsMissing
            ? []
            : CodePoints.Split(Arguments.NamedText(arguments.At(2), "maketrans() argument 3 must be str, not "));
        var from = CodePoints.Split(
            arguments.At(0).AsText
                ?? throw JinjaException.Type("first maketrans argument must be a string if there is a second argument")
        );
        if (from.Length != to.Length)
        {
            throw JinjaException.Value("the first two maketrans arguments must have equal length");
        }
        for (var i = 0; i < from.Length; i++)
        {
            table.Set(Ordinal(from[i]), Ordinal(to[i]));
        }
        foreach (var gone in without)
        {
            table.Set(Ordinal(gone), Value.None);
        }
        return table;
    }

    public static Value Translate(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "translate", 1, 1);
        var table = arguments.At(0);
        var hasItems =
            table.IsText || table.AsObject is PyDict or PyList or PyTuple or PyRange or PyBytes or PyUndefined;
        if (!hasItems && self.AsText is { Length: > 0 })
        {
            throw JinjaException.Type($"'{TypeNames.Of(table)}' object is not subscriptable");
        }
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
            else if (to.IsInteger)
            {
                into.Append(
                    to.Kind == ValueKind.BigInt || to.AsInt64 is < 0 or > 0x10FFFF
                        ? throw JinjaException.Value("character mapping must be in range(0x110000)")
                        : IntegerText.Character(to.AsInt64)
                );
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
