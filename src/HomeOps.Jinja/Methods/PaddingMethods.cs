using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.center, ljust, zfill, expandtabs and strip: what happens at the ends of a string.</summary>
internal static class PaddingMethods
{
    private static readonly BuiltinSignature TabsSignature = new("expandtabs", ["tabsize"], [8]);

    public static Value Center(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "center", 1, 2);
        return StringMethods.Like(
            self,
            Center(context, self.AsText ?? "", Arguments.Size(arguments.At(0)), Fill(self, arguments))
        );
    }

    /// <summary>Centres; of an odd pad the extra goes left when the width is odd too.</summary>
    public static string Center(EvaluationContext context, string text, long width, string fill = " ")
    {
        var pad = width - CodePoints.Count(text);
        if (pad <= 0)
        {
            return text;
        }
        Sequences.CheckText(context, width);
        var left = (pad / 2) + (pad & width & 1);
        return Repeat(fill, left) + text + Repeat(fill, pad - left);
    }

    public static Value LeftJustify(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "ljust", 1, 2);
        var text = self.AsText ?? "";
        return StringMethods.Like(self, text + Pad(context, self, text, arguments));
    }

    public static Value RightJustify(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "rjust", 1, 2);
        var text = self.AsText ?? "";
        return StringMethods.Like(self, Pad(context, self, text, arguments) + text);
    }

    public static Value ZeroFill(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "zfill", 1, 1);
        var text = self.AsText ?? "";
        var width = Arguments.Size(arguments.At(0));
        var pad = width - CodePoints.Count(text);
        if (pad <= 0)
        {
            return self;
        }
        Sequences.CheckText(context, width);
        var sign = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        return StringMethods.Like(self, text[..sign] + Repeat("0", pad) + text[sign..]);
    }

    public static Value ExpandTabs(EvaluationContext context, Value self, CallArguments arguments)
    {
        var size = Arguments.Size(TabsSignature.Bind(arguments)[0], "int");
        var into = new StringBuilder();
        long column = 0;
        foreach (var rune in (self.AsText ?? "").EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                var width = size <= 0 ? 0 : size - (column % size);
                Sequences.CheckText(context, into.Length + width);
                into.Append(' ', (int)width);
                column += width;
            }
            else
            {
                into.Append(rune.ToString());
                column = rune.Value is '\n' or '\r' ? 0 : column + 1;
            }
        }
        return StringMethods.Like(self, into.ToString());
    }

    public static Value Strip(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "strip", 0, 1);
        return Strip(self, arguments.At(0), "strip", start: true, end: true);
    }

    public static Value LeftStrip(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "lstrip", 0, 1);
        return Strip(self, arguments.At(0), "lstrip", start: true, end: false);
    }

    public static Value RightStrip(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "rstrip", 0, 1);
        return Strip(self, arguments.At(0), "rstrip", start: false, end: true);
    }

    /// <summary>Takes characters off the ends: whitespace, or any of the given ones.</summary>
    public static Value Strip(Value self, Value chars, string name, bool start, bool end)
    {
        var text = self.AsText ?? "";
        if (chars.IsMissing || chars.IsNone)
        {
            text = start ? Trimming.Start(text) : text;
            text = end ? Trimming.End(text) : text;
            return StringMethods.Like(self, text);
        }
        var set = CodePoints.Split(chars.AsText ?? throw JinjaException.Type($"{name} arg must be None or str"));
        var (from, to) = (0, text.Length);
        while (start && from < to && set.Contains(text.Substring(from, CodePoints.Width(text, from))))
        {
            from += CodePoints.Width(text, from);
        }
        while (end && from < to && set.Contains(LastPoint(text, to)))
        {
            to -= LastPoint(text, to).Length;
        }
        return StringMethods.Like(self, text[from..to]);
    }

    private static string LastPoint(string text, int end) =>
        end > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1])
            ? text.Substring(end - 2, 2)
            : CodePoints.OfChar(text[end - 1]);

    private static string Pad(EvaluationContext context, Value self, string text, CallArguments arguments)
    {
        var width = Arguments.Size(arguments.At(0));
        var fill = Fill(self, arguments);
        var pad = width - CodePoints.Count(text);
        if (pad <= 0)
        {
            return "";
        }
        Sequences.CheckText(context, width);
        return Repeat(fill, pad);
    }

    private static string Fill(Value self, CallArguments arguments)
    {
        if (arguments.PositionalCount < 2)
        {
            return " ";
        }
        var fill = StringMethods.Into(
            self,
            arguments.At(1),
            static fill => Arguments.Text(fill, "The fill character must be a unicode character, not ")
        );
        return CodePoints.Count(fill) == 1
            ? fill
            : throw JinjaException.Type("The fill character must be exactly one character long");
    }

    private static string Repeat(string fill, long times) =>
        fill.Length == 1 ? new string(fill[0], (int)times) : new StringBuilder().Insert(0, fill, (int)times).ToString();
}
