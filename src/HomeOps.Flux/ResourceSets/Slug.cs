using System.Text;

namespace HomeOps.Flux;

/// <summary>
/// The function <c>slugify</c> of ResourceSets: a text as a label value. Letters of Latin with marks lose them; those of other scripts, which
/// the operator would write in Latin letters, are left out.
/// </summary>
internal static class Slug
{
    // A label value is no longer.
    private const int MaxLength = 63;

    private const string Marked =
        "àáâãåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõøōŏőŕŗřśŝşšţťŧùúûũūŭůűųŵýÿŷźżž";
    private const string Plain = "aaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnoooooooorrrsssstttuuuuuuuuuwyyyzzz";

    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Trim().ToLowerInvariant())
        {
            letters.Append(Letters(c));
        }

        var parts = letters.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries);
        return Shortened(string.Join('-', parts).Trim('-', '_'));
    }

    private static string Letters(char c) =>
        c switch
        {
            '&' => "and",
            '@' => "at",
            '\'' or '"' or '\u2018' or '\u2019' or '\u201c' or '\u201d' => "",
            'ä' or 'æ' => "ae",
            'ö' or 'œ' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            '_' => "_",
            _ when char.IsAsciiLetterOrDigit(c) => c.ToString(),
            _ when Marked.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at => Plain[at].ToString(),
            _ when char.IsAscii(c) || !char.IsLetterOrDigit(c) => "-",
            _ => "",
        };

    // A word is not cut in two, unless it is the only one.
    private static string Shortened(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', MaxLength);
        return slug[..(end > 0 ? end : MaxLength)];
    }
}
