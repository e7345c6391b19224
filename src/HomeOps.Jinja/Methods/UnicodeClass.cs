using System.Globalization;
using System.Text;

namespace HomeOps.Jinja.Methods;

/// <summary>The classes of code points that str's <c>is…</c> methods and splitting ask for.</summary>
internal static class UnicodeClass
{
    // Numbers by Unihan's kPrimaryNumeric and its siblings, which .NET's tables leave out.
    private const string Ideographs =
        "㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍"
        + "弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零𠀁𠁤𠃢𠄡𠤪𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭";

    /// <summary>str.isspace: also the separators \x1c-\x1f, which .NET does not count.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\x1c' and <= '\x1f';

    public static bool IsAlpha(Rune rune) => Rune.IsLetter(rune);

    public static bool IsDecimal(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;

    public static bool IsDigit(Rune rune) =>
        rune.IsAscii ? Rune.IsDigit(rune) : CharUnicodeInfo.GetDigitValue(rune.ToString(), 0) >= 0;

    public static bool IsNumeric(Rune rune) =>
        rune.IsAscii
            ? Rune.IsDigit(rune)
            : CharUnicodeInfo.GetNumericValue(rune.ToString(), 0) != -1
                || Ideographs.Contains(rune.ToString(), StringComparison.Ordinal);

    public static bool IsAlnum(Rune rune) => IsAlpha(rune) || IsNumeric(rune);

    /// <summary><c>\w</c> of Python's re.</summary>
    public static bool IsWord(Rune rune) => rune.Value == '_' || IsAlnum(rune);

    public static bool IsUpper(Rune rune) =>
        Rune.IsUpper(rune)
        || rune.Value
            is (>= 0x2160 and <= 0x216F)
                or (>= 0x24B6 and <= 0x24CF)
                or (>= 0x1F130 and <= 0x1F149)
                or (>= 0x1F150 and <= 0x1F169)
                or (>= 0x1F170 and <= 0x1F189);

    public static bool IsLower(Rune rune) =>
        Rune.IsLower(rune)
        || rune.Value
            is 0xAA
                or 0xBA
                or (>= 0x2B0 and <= 0x2B8)
                or (>= 0x2C0 and <= 0x2C1)
                or (>= 0x2E0 and <= 0x2E4)
                or 0x345
                or 0x37A
                or (>= 0x1D2C and <= 0x1D6A)
                or 0x1D78
                or (>= 0x1D9B and <= 0x1DBF)
                or 0x2071
                or 0x207F
                or (>= 0x2090 and <= 0x209C)
                or (>= 0x2170 and <= 0x217F)
                or (>= 0x24D0 and <= 0x24E9)
                or (>= 0x2C7C and <= 0x2C7D)
                or (>= 0xA69C and <= 0xA69D)
                or 0xA770
                or (>= 0xA7F8 and <= 0xA7F9)
                or (>= 0xAB5C and <= 0xAB5F);

    public static bool IsTitle(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.TitlecaseLetter;

    public static bool IsCased(Rune rune) => IsUpper(rune) || IsLower(rune) || IsTitle(rune);

    public static bool IsCaseIgnorable(Rune rune) =>
        rune.Value is '\'' or '.' or ':' or '^' or '`' or 0xA8 or 0xAD or 0xB7 or 0x2019 or 0x2018 or 0x2024 or 0x2027
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.ModifierSymbol;

    public static bool StartsIdentifier(Rune rune) =>
        rune.Value == '_'
        || rune.Value is 0x1885 or 0x1886 or 0x2118 or 0x212E
        || (
            Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.UppercaseLetter
                    or UnicodeCategory.LowercaseLetter
                    or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.OtherLetter
                    or UnicodeCategory.LetterNumber
            && rune.Value is not (0x37A or 0xE33 or 0xEB3 or 0x2E2F or 0xFF9E or 0xFF9F)
        );

    public static bool ContinuesIdentifier(Rune rune) =>
        StartsIdentifier(rune)
        || rune.Value is 0xB7 or 0x387 or 0xE33 or 0xEB3 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0xFF9E or 0xFF9F
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation;
}
