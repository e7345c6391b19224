using System.Globalization;

namespace HomeOps.Text;

/// <summary>
/// Prints a finding for a person: the sentence, the place, the line with a caret under the span, the hint.
/// <code>
/// error HO1004: node_cidr: '10.0.0.0/33' is not an IPv4 CIDR
///   --> cluster.yaml:3:12
///    |
///  3 | node_cidr: 10.0.0.0/33
///    |            ^^^^^^^^^^^
///    = hint: write the network address and a prefix length from 0 to 32
/// </code>
/// </summary>
public static class DiagnosticPrinter
{
    private const int MaxLine = 160;

    /// <summary>Prints one finding, ending in a line end.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="diagnostic">What.</param>
    /// <param name="colour">Whether to use ANSI colours.</param>
    public static void Print(TextWriter writer, Diagnostic diagnostic, bool colour = false)
    {
        var paint = new Paint(colour);
        writer.Write(paint.Severity(diagnostic.Severity, $"{Word(diagnostic.Severity)} {diagnostic.Code}"));
        writer.WriteLine($": {diagnostic.Message}");
        var gutter = 1;
        if (diagnostic.Location is { } location)
        {
            gutter = PrintPlace(writer, location, diagnostic.Severity, paint);
        }

        foreach (var line in diagnostic.Details?.Split('\n') ?? [])
        {
            var (shown, _) = Window(WithoutKeys(line), column: 0, width: 1);
            writer.WriteLine($"{new string(' ', gutter + 2)}{paint.Faint("|")} {shown}".TrimEnd());
        }

        if (diagnostic.Hint is { } hint)
        {
            var indent = new string(' ', gutter + 3);
            writer.WriteLine(
                $"{new string(' ', gutter + 1)}{paint.Faint("=")} {paint.Hint("hint:")} {hint.Replace("\n", "\n" + indent + "      ", StringComparison.Ordinal)}"
            );
        }
    }

    internal static string Word(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };

    private static int PrintPlace(TextWriter writer, Location location, Severity severity, Paint paint)
    {
        if (location.Source.Text.Length == 0)
        {
            writer.WriteLine($"  {paint.Faint("-->")} {location.Path}");
            return 1;
        }

        var start = location.Start;
        var number = start.Line.ToString(CultureInfo.InvariantCulture);
        var blank = new string(' ', number.Length + 2);
        ReadOnlySpan<char> line = WithoutKeys(location.Source.GetLine(start.Line));
        var column = Math.Min(start.Column - 1, line.Length);
        var width = Math.Clamp(location.Span.Length, 1, Math.Max(1, line.Length - column));
        var (shown, offset) = Window(line, column, width);
        writer.WriteLine($" {blank[..^2]}{paint.Faint("-->")} {location}");
        writer.WriteLine($"{blank}{paint.Faint("|")}");
        writer.WriteLine($" {paint.Faint(number + " |")} {shown}");
        var caret = new string('^', Math.Min(width, Math.Max(1, shown.Length - offset)));
        writer.WriteLine($"{blank}{paint.Faint("|")} {new string(' ', offset)}{paint.Severity(severity, caret)}");
        return number.Length + 1;
    }

    // A private key that was pasted where a public one belongs is in the very line that the finding shows.
    private static char[] WithoutKeys(ReadOnlySpan<char> line)
    {
        const string Key = "AGE-SECRET-KEY-";
        var shown = line.ToArray();
        var at = line.IndexOf(Key, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            at += Key.Length;
            for (; at < shown.Length && (char.IsAsciiLetterOrDigit(shown[at]) || shown[at] == '-'); at++)
            {
                shown[at] = '*';
            }

            var next = line[at..].IndexOf(Key, StringComparison.OrdinalIgnoreCase);
            at = next < 0 ? -1 : at + next;
        }

        return shown;
    }

    // A long line (an ENC value, a minified manifest) shows only the part around the span.
    private static (string Shown, int Offset) Window(ReadOnlySpan<char> line, int column, int width)
    {
        var from = line.Length <= MaxLine ? 0 : Math.Max(0, column - (MaxLine / 4));
        var length = Math.Min(MaxLine, line.Length - from);
        var text = Printable(line.Slice(from, length));
        var lead = from > 0 ? "…" : "";
        var tail = from + length < line.Length ? "…" : "";
        return (lead + text + tail, column - from + lead.Length);
    }

    // Control characters of a hostile file must not reach the terminal; a tab becomes one blank to keep the caret true.
    private static string Printable(ReadOnlySpan<char> text)
    {
        var chars = text.ToArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (chars[i] == '\t')
            {
                chars[i] = ' ';
            }
            else if (char.IsControl(chars[i]))
            {
                chars[i] = '\uFFFD';
            }
        }

        return new string(chars);
    }

    private readonly struct Paint(bool colour)
    {
        public string Severity(Severity severity, string text) =>
            Wrap(
                severity switch
                {
                    Text.Severity.Error => "1;31",
                    Text.Severity.Warning => "1;33",
                    _ => "1;36",
                },
                text
            );

        public string Faint(string text) => Wrap("2", text);

        public string Hint(string text) => Wrap("1;32", text);

        private string Wrap(string code, string text) => colour ? $"\u001b[{code}m{text}\u001b[0m" : text;
    }
}
