using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.isalpha and its siblings: what all characters of a string are.</summary>
internal static class ClassMethods
{
    public static Value IsAlnum(EvaluationContext context, Value self, CallArguments arguments) =>
        All(self, arguments, "isalnum", UnicodeClass.IsAlnum);

    public static Value IsAlpha(EvaluationContext context, Value self, CallArguments arguments) =>
        All(self, arguments, "isalpha", UnicodeClass.IsAlpha);

    public static Value IsDecimal(EvaluationContext context, Value self, CallArguments arguments) =>
        All(self, arguments, "isdecimal", UnicodeClass.IsDecimal);

    public static Value IsDigit(EvaluationContext context, Value self, CallArguments arguments) =>
        All(self, arguments, "isdigit", UnicodeClass.IsDigit);

    public static Value IsNumeric(EvaluationContext context, Value self, CallArguments arguments) =>
        All(self, arguments, "isnumeric", UnicodeClass.IsNumeric);

    public static Value IsSpace(EvaluationContext context, Value self, CallArguments arguments) =>
        All(self, arguments, "isspace", static rune => rune.IsBmp && UnicodeClass.IsSpace((char)rune.Value));

    public static Value IsPrintable(EvaluationContext context, Value self, CallArguments arguments) =>
        All(self, arguments, "isprintable", StringRepr.IsPrintable, whenEmpty: true);

    public static Value IsAscii(EvaluationContext context, Value self, CallArguments arguments) =>
        All(self, arguments, "isascii", static rune => rune.IsAscii, whenEmpty: true);

    public static Value IsLower(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "islower", 0, 0);
        return IsLower(self.AsText ?? "");
    }

    public static Value IsUpper(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "isupper", 0, 0);
        return IsUpper(self.AsText ?? "");
    }

    /// <summary>At least one lower-case letter and no letter of another case.</summary>
    public static bool IsLower(string text) =>
        Cased(text, UnicodeClass.IsLower, static rune => UnicodeClass.IsUpper(rune) || UnicodeClass.IsTitle(rune));

    /// <summary>At least one upper-case letter and no letter of another case.</summary>
    public static bool IsUpper(string text) =>
        Cased(text, UnicodeClass.IsUpper, static rune => UnicodeClass.IsLower(rune) || UnicodeClass.IsTitle(rune));

    public static Value IsTitle(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "istitle", 0, 0);
        var found = false;
        var inWord = false;
        foreach (var rune in (self.AsText ?? "").EnumerateRunes())
        {
            if (UnicodeClass.IsUpper(rune) || UnicodeClass.IsTitle(rune))
            {
                if (inWord)
                {
                    return false;
                }
                inWord = found = true;
            }
            else if (UnicodeClass.IsLower(rune))
            {
                if (!inWord)
                {
                    return false;
                }
                found = true;
            }
            else
            {
                inWord = false;
            }
        }
        return found;
    }

    public static Value IsIdentifier(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "isidentifier", 0, 0);
        var first = true;
        foreach (var rune in (self.AsText ?? "").EnumerateRunes())
        {
            if (first ? !UnicodeClass.StartsIdentifier(rune) : !UnicodeClass.ContinuesIdentifier(rune))
            {
                return false;
            }
            first = false;
        }
        return !first;
    }

    private static bool Cased(string text, Func<Rune, bool> wanted, Func<Rune, bool> refused)
    {
        var found = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (refused(rune))
            {
                return false;
            }
            found |= wanted(rune);
        }
        return found;
    }

    private static Value All(
        Value self,
        CallArguments arguments,
        string name,
        Func<Rune, bool> holds,
        bool whenEmpty = false
    )
    {
        arguments.Expect(self, name, 0, 0);
        var text = self.AsText ?? "";
        if (text.Length == 0)
        {
            return whenEmpty;
        }
        foreach (var rune in text.EnumerateRunes())
        {
            if (!holds(rune))
            {
                return false;
            }
        }
        return true;
    }
}
