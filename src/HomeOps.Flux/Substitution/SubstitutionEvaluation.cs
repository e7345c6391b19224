using System.Globalization;
using System.Text;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Works out the value of substitutions.</summary>
internal sealed class SubstitutionEvaluation(
    SourceText source,
    Func<string, string?> values,
    Func<string, string?> ifNotSet,
    Action<string, string, string>? changed
)
{
    private readonly SubstitutionBudget budget = new();
    private int at;

    public void Append(StringBuilder result, SubstitutionPart part)
    {
        if (part is TextPart text)
        {
            result.Append(text.Text);
        }
        else
        {
            result.Append(ValueOf((VariablePart)part));
        }

        if (result.Length > SubstitutionBudget.MaxLength)
        {
            throw TooLarge();
        }
    }

    private string ValueOf(VariablePart part)
    {
        // Arguments first: what is not set in a default counts even when the default is not needed.
        var arguments = new string[part.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = new StringBuilder();
            Append(argument, part.Arguments[i]);
            arguments[i] = argument.ToString();
        }

        at = part.Offset;
        var value = values(part.Variable);
        value ??= IsDefault(part.Operator) ? "" : ifNotSet(part.Variable);
        if (value is null)
        {
            throw new SubstitutionException(
                SubstitutionDiagnostics.NotSet(
                    part.Variable,
                    SubstitutionPlace.Of(source, ByteText.Of(source.Text), part.Offset)
                )
            );
        }

        if (!budget.Take(value.Length + arguments.Sum(static a => (long)a.Length)))
        {
            throw TooLarge();
        }

        var result = Apply(part.Operator, ByteText.Of(value), arguments);
        if (part.Operator.Length > 0)
        {
            changed?.Invoke(part.Variable, value, ByteText.Decode(result));
        }

        return result;
    }

    private SubstitutionException TooLarge() =>
        new(SubstitutionDiagnostics.TooLarge(SubstitutionPlace.Of(source, ByteText.Of(source.Text), at)));

    private static bool IsDefault(string sign) => sign is "=" or ":=" or ":-" or ":?" or ":+";

    private string Apply(string sign, string value, string[] arguments) =>
        sign switch
        {
            "," => First(value, static r => Rune.ToLowerInvariant(r)),
            ",," => ByteText.Of(ByteText.Decode(value).ToLowerInvariant()),
            "^" => First(value, static r => Rune.ToUpperInvariant(r)),
            "^^" => ByteText.Of(ByteText.Decode(value).ToUpperInvariant()),
            "#" when arguments.Length == 0 => value.Length.ToString(CultureInfo.InvariantCulture),
            "#" => Trimmed(value, arguments[0], GlobTrim.Shortest),
            "##" => Trimmed(value, arguments[0], GlobTrim.Longest),
            "%" => ByteText.Reverse(
                Trimmed(ByteText.Reverse(value), ByteText.Reverse(arguments[0]), GlobTrim.Shortest)
            ),
            "%%" => ByteText.Reverse(
                Trimmed(ByteText.Reverse(value), ByteText.Reverse(arguments[0]), GlobTrim.Longest)
            ),
            ":" => Substring(value, arguments),
            "/" => ReplaceFirst(value, arguments[0], Second(arguments)),
            "//" => arguments[0].Length == 0 ? value : ReplaceAll(value, arguments[0], Second(arguments)),
            "/#" when arguments.Length == 2 && value.StartsWith(arguments[0], StringComparison.Ordinal) =>
                string.Concat(arguments[1], value.AsSpan(arguments[0].Length)),
            "/%" when arguments.Length == 2 && value.EndsWith(arguments[0], StringComparison.Ordinal) => string.Concat(
                value.AsSpan(0, value.Length - arguments[0].Length),
                arguments[1]
            ),
            "/#" or "/%" => value,
            _ => value.Length == 0 ? string.Concat(arguments) : value,
        };

    private static string Second(string[] arguments) => arguments.Length > 1 ? arguments[1] : "";

    private static string First(string value, Func<Rune, Rune> change)
    {
        if (value.Length == 0)
        {
            return value;
        }

        var (rune, length) = ByteText.RuneAt(value, 0);
        return string.Concat(ByteText.Of(change(rune).ToString()), value.AsSpan(length));
    }

    private string Trimmed(string value, string pattern, Func<string, string, SubstitutionBudget, string?> trim) =>
        trim(value, pattern, budget) ?? throw TooLarge();

    // A replacement as long as the value, for each of its characters, would fill any memory.
    private string ReplaceAll(string value, string old, string replacement) =>
        (long)value.Length / old.Length * replacement.Length <= SubstitutionBudget.MaxLength
            ? value.Replace(old, replacement, StringComparison.Ordinal)
            : throw TooLarge();

    private static string ReplaceFirst(string value, string old, string replacement)
    {
        var first = value.IndexOf(old, StringComparison.Ordinal);
        return first < 0 ? value : string.Concat(value.AsSpan(0, first), replacement, value.AsSpan(first + old.Length));
    }

    // What is no number gives the whole value; places beyond the end give nothing.
    private static string Substring(string value, string[] arguments)
    {
        if (!TryNumber(arguments[0], out var from))
        {
            return value;
        }

        from = from < 0 ? Math.Max(0, value.Length + from) : from;
        if (arguments.Length == 1)
        {
            return from < value.Length ? value[(int)from..] : "";
        }

        if (!TryNumber(arguments[1], out var length))
        {
            return value;
        }

        return from + length >= value.Length ? (from < value.Length ? value[(int)from..] : "")
            : length <= 0 ? ""
            : value.Substring((int)from, (int)length);
    }

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && Math.Abs(number) <= int.MaxValue;
}
