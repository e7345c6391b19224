using System.Buffers;
using System.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// What becomes of a text when kustomize writes it as JSON and reads that as YAML: U+0085, which JSON does not escape, is a line break
/// there and is folded. All other characters survive.
/// </summary>
internal static class JsonRoundTrip
{
    // JSON does not escape them, and YAML does not take them raw.
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        "\u007f\u0080\u0081\u0082\u0083\u0084\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f"
            + "\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f\ufffe\uffff"
    );

    private const char NextLine = '\u0085';

    /// <summary>A character that kustomize cannot carry through, or null.</summary>
    public static char? FindRefused(string text) =>
        text.AsSpan().IndexOfAny(Refused) is var i and >= 0 ? text[i] : null;

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
