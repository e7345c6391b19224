using System.Text;

namespace HomeOps.Jinja.Methods;

/// <summary>Full Unicode case mapping: what one code point becomes may be several (SpecialCasing.txt), where .NET maps one to one.</summary>
internal static class UnicodeCase
{
    public static string Upper(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text.ToUpperInvariant();
        }
        var into = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            AppendUpper(into, rune);
        }
        return into.ToString();
    }

    public static string Lower(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }
        var into = new StringBuilder(text.Length + 8);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            AppendLower(into, text, at, rune);
            at += rune.Utf16SequenceLength;
        }
        return into.ToString();
    }

    /// <summary>str.capitalize: the first letter in title case, the rest lower.</summary>
    public static string Capitalize(string text)
    {
        var into = new StringBuilder(text.Length + 8);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (at == 0)
            {
                AppendTitle(into, rune);
            }
            else
            {
                AppendLower(into, text, at, rune);
            }
            at += rune.Utf16SequenceLength;
        }
        return into.ToString();
    }

    /// <summary>str.title: a cased letter after anything uncased starts a word.</summary>
    public static string Title(string text)
    {
        var into = new StringBuilder(text.Length + 8);
        var at = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (inWord)
            {
                AppendLower(into, text, at, rune);
            }
            else
            {
                AppendTitle(into, rune);
            }
            inWord = UnicodeClass.IsCased(rune);
            at += rune.Utf16SequenceLength;
        }
        return into.ToString();
    }

    public static string SwapCase(string text)
    {
        var into = new StringBuilder(text.Length + 8);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (UnicodeClass.IsUpper(rune))
            {
                AppendLower(into, text, at, rune);
            }
            else if (UnicodeClass.IsLower(rune))
            {
                AppendUpper(into, rune);
            }
            else
            {
                into.Append(rune.ToString());
            }
            at += rune.Utf16SequenceLength;
        }
        return into.ToString();
    }

    /// <summary>str.casefold: with the exceptions below, the lower case of the upper case.</summary>
    public static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }
        var into = new StringBuilder(text.Length + 8);
        var upper = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case 0x131 or (>= 0x13A0 and <= 0x13F5):
                    into.Append(rune.ToString());
                    break;
                case 0x130:
                    into.Append("i\u0307");
                    break;
                case 0x1E9E:
                    into.Append("ss");
                    break;
                case >= 0x13F8 and <= 0x13FD:
                    into.Append((char)(rune.Value - 8));
                    break;
                case >= 0xAB70 and <= 0xABBF:
                    into.Append((char)(rune.Value - 0xAB70 + 0x13A0));
                    break;
                default:
                    AppendUpper(upper.Clear(), rune);
                    foreach (var part in upper.ToString().EnumerateRunes())
                    {
                        into.Append(Rune.ToLowerInvariant(part).ToString());
                    }
                    break;
            }
        }
        return into.ToString();
    }

    private static void AppendUpper(StringBuilder into, Rune rune)
    {
        if (rune.IsAscii)
        {
            into.Append((char)Rune.ToUpperInvariant(rune).Value);
        }
        else if (SpecialUpper(rune.Value) is { } special)
        {
            into.Append(special);
        }
        else
        {
            into.Append(Rune.ToUpperInvariant(rune).ToString());
        }
    }

    private static void AppendTitle(StringBuilder into, Rune rune)
    {
        if (!rune.IsAscii && SpecialTitle(rune.Value) is { } special)
        {
            into.Append(special);
        }
        else
        {
            AppendUpper(into, rune);
        }
    }

    private static void AppendLower(StringBuilder into, string text, int at, Rune rune)
    {
        switch (rune.Value)
        {
            case 0x130:
                into.Append("i\u0307");
                break;
            case 0x3A3:
                into.Append(IsFinal(text, at) ? '\u03C2' : '\u03C3');
                break;
            default:
                into.Append(Rune.ToLowerInvariant(rune).ToString());
                break;
        }
    }

    // Final_Sigma: a cased letter before, none after, case-ignorable ones not counted.
    private static bool IsFinal(string text, int at)
    {
        var before = text.AsSpan(0, at);
        var found = false;
        while (Rune.DecodeLastFromUtf16(before, out var rune, out var width) == System.Buffers.OperationStatus.Done)
        {
            before = before[..^width];
            if (!UnicodeClass.IsCaseIgnorable(rune))
            {
                found = UnicodeClass.IsCased(rune);
                break;
            }
        }
        if (!found)
        {
            return false;
        }
        foreach (var rune in text.AsSpan(at + 1).EnumerateRunes())
        {
            if (!UnicodeClass.IsCaseIgnorable(rune))
            {
                return !UnicodeClass.IsCased(rune);
            }
        }
        return true;
    }

    private static string? SpecialUpper(int point) =>
        point switch
        {
            0xDF => "SS",
            0x131 => "I",
            0x17F => "S",
            0x149 => "\u02BCN",
            0x1F0 => "J\u030C",
            0x390 or 0x1FD3 => "\u0399\u0308\u0301",
            0x3B0 or 0x1FE3 => "\u03A5\u0308\u0301",
            0x587 => "\u0535\u0552",
            0x1E96 => "H\u0331",
            0x1E97 => "T\u0308",
            0x1E98 => "W\u030A",
            0x1E99 => "Y\u030A",
            0x1E9A => "A\u02BE",
            0x1F50 => "\u03A5\u0313",
            0x1F52 => "\u03A5\u0313\u0300",
            0x1F54 => "\u03A5\u0313\u0301",
            0x1F56 => "\u03A5\u0313\u0342",
            >= 0x1F80 and <= 0x1F8F => $"{(char)(0x1F08 + (point & 7))}\u0399",
            >= 0x1F90 and <= 0x1F9F => $"{(char)(0x1F28 + (point & 7))}\u0399",
            >= 0x1FA0 and <= 0x1FAF => $"{(char)(0x1F68 + (point & 7))}\u0399",
            0x1FB2 => "\u1FBA\u0399",
            0x1FB3 or 0x1FBC => "\u0391\u0399",
            0x1FB4 => "\u0386\u0399",
            0x1FB6 => "\u0391\u0342",
            0x1FB7 => "\u0391\u0342\u0399",
            0x1FC2 => "\u1FCA\u0399",
            0x1FC3 or 0x1FCC => "\u0397\u0399",
            0x1FC4 => "\u0389\u0399",
            0x1FC6 => "\u0397\u0342",
            0x1FC7 => "\u0397\u0342\u0399",
            0x1FD2 => "\u0399\u0308\u0300",
            0x1FD6 => "\u0399\u0342",
            0x1FD7 => "\u0399\u0308\u0342",
            0x1FE2 => "\u03A5\u0308\u0300",
            0x1FE4 => "\u03A1\u0313",
            0x1FE6 => "\u03A5\u0342",
            0x1FE7 => "\u03A5\u0308\u0342",
            0x1FF2 => "\u1FFA\u0399",
            0x1FF3 or 0x1FFC => "\u03A9\u0399",
            0x1FF4 => "\u038F\u0399",
            0x1FF6 => "\u03A9\u0342",
            0x1FF7 => "\u03A9\u0342\u0399",
            0xFB00 => "FF",
            0xFB01 => "FI",
            0xFB02 => "FL",
            0xFB03 => "FFI",
            0xFB04 => "FFL",
            0xFB05 or 0xFB06 => "ST",
            0xFB13 => "\u0544\u0546",
            0xFB14 => "\u0544\u0535",
            0xFB15 => "\u0544\u053B",
            0xFB16 => "\u054E\u0546",
            0xFB17 => "\u0544\u053D",
            _ => null,
        };

    // Only where title case is not upper case.
    private static string? SpecialTitle(int point) =>
        point switch
        {
            0xDF => "Ss",
            >= 0x1C4 and <= 0x1C6 => "\u01C5",
            >= 0x1C7 and <= 0x1C9 => "\u01C8",
            >= 0x1CA and <= 0x1CC => "\u01CB",
            >= 0x1F1 and <= 0x1F3 => "\u01F2",
            0x587 => "\u0535\u0582",
            >= 0x10D0 and <= 0x10FF => ((char)point).ToString(),
            >= 0x1F80 and <= 0x1FAF => ((char)(point | 8)).ToString(),
            0x1FB2 => "\u1FBA\u0345",
            0x1FB3 or 0x1FBC => "\u1FBC",
            0x1FB4 => "\u0386\u0345",
            0x1FB7 => "\u1FBC\u0342",
            0x1FC2 => "\u1FCA\u0345",
            0x1FC3 or 0x1FCC => "\u1FCC",
            0x1FC4 => "\u0389\u0345",
            0x1FC7 => "\u1FCC\u0342",
            0x1FF2 => "\u1FFA\u0345",
            0x1FF3 or 0x1FFC => "\u1FFC",
            0x1FF4 => "\u038F\u0345",
            0x1FF7 => "\u1FFC\u0342",
            0xFB00 => "Ff",
            0xFB01 => "Fi",
            0xFB02 => "Fl",
            0xFB03 => "Ffi",
            0xFB04 => "Ffl",
            0xFB05 or 0xFB06 => "St",
            0xFB13 => "\u0544\u0576",
            0xFB14 => "\u0544\u0565",
            0xFB15 => "\u0544\u056B",
            0xFB16 => "\u054E\u0576",
            0xFB17 => "\u0544\u056D",
            _ => null,
        };
}
