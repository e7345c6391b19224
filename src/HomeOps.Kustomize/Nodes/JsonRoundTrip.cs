using System.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// What becomes of a text when kustomize writes it as JSON and reads that as YAML: U+0085, which JSON does not escape, is a line break
/// there and is folded. All other characters survive.
/// </summary>
internal static class JsonRoundTrip
{
    private const char NextLine = '\u0085';

    public static string Of(string text) => text.Contains(NextLine, StringComparison.Ordinal) ? Fold(text) : text;

    // One break is a blank, of several the first is dropped; blanks around breaks are dropped.
    private static string Fold(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != NextLine)
            {
                result.Append(text[i]);
                continue;
            }

            while (result.Length > 0 && result[^1] == ' ')
            {
                result.Length--;
            }

            var breaks = 0;
            for (; i < text.Length && text[i] is NextLine or ' '; i++)
            {
                breaks += text[i] == NextLine ? 1 : 0;
            }

            i--;
            result.Append(breaks == 1 ? " " : new string('\n', breaks - 1));
        }

        return result.ToString();
    }
}
