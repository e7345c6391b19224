using System.Globalization;
using System.Text;
using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>Makes scalars that read back, by go-yaml v3 and by YAML 1.1 readers, as what they are meant to be.</summary>
public static class YamlScalars
{
    // Length of a base64 line.
    private const int Base64Line = 70;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>A text. It is quoted when it would otherwise be a number, a truth value (old ones like <c>yes</c> too), null or a time.</summary>
    public static YamlScalar String(string text)
    {
        var style =
            text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal
            : ReadsAsText(text) ? ScalarStyle.Plain
            : ScalarStyle.DoubleQuoted;
        var scalar = new YamlScalar(text, style);
        return text.AsSpan().ContainsAny('\u2028', '\u2029')
            ? Reread(scalar)
            : new YamlScalar(text, GoYamlEmitter.SelectStyle(scalar, isSimpleKey: false));
    }

    /// <summary>
    /// A value in go-yaml's notation: integers decimal, floats with the fewest digits (<c>1e+06</c>), times as RFC 3339, bytes
    /// as text if they are UTF-8, else as <c>!!binary</c>.
    /// </summary>
    public static YamlScalar Of(YamlValue value) =>
        value.Object switch
        {
            null => new YamlScalar("null"),
            bool truth => new YamlScalar(truth ? "true" : "false"),
            double number => new YamlScalar(GoFloat.Format(number)),
            DateOnly date => new YamlScalar(
                GoTime.Format(new YamlTimestamp(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero))
            ),
            YamlTimestamp time => new YamlScalar(GoTime.Format(time)),
            byte[] bytes => Binary(bytes),
            string text => String(text),
            IFormattable whole => new YamlScalar(whole.ToString(null, CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException("not a value of a scalar", nameof(value)),
        };

    private static YamlScalar Binary(byte[] bytes)
    {
        try
        {
            return String(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            var base64 = Convert.ToBase64String(bytes);
            if (base64.Length < Base64Line)
            {
                return new YamlScalar(base64) { Tag = YamlTags.Binary };
            }

            var lines = new StringBuilder(base64.Length + (base64.Length / Base64Line) + 1);
            for (var i = 0; i < base64.Length; i += Base64Line)
            {
                lines.Append(base64, i, Math.Min(Base64Line, base64.Length - i)).Append('\n');
            }

            return new YamlScalar(lines.ToString(), ScalarStyle.Literal) { Tag = YamlTags.Binary };
        }
    }

    // SOPS makes its nodes by writing and reading each value; U+2028 and U+2029, which are line breaks in YAML 1.1, do not
    // survive that unchanged.
    private static YamlScalar Reread(YamlScalar scalar)
    {
        var document = new YamlDocument(new SourceText("", ""), scalar);
        var text = YamlWriter.Write([document], YamlProfile.Sops());
        return YamlReader.Read(new SourceText("", text)).Documents is [{ Root: YamlScalar read }]
            ? new YamlScalar(read.Value, read.Style)
            : new YamlScalar(scalar.Value, ScalarStyle.DoubleQuoted);
    }

    internal static bool ReadsAsText(string text) =>
        GoV3Resolver.ResolvePlain(text).Kind is YamlKind.String or YamlKind.Merge && !IsOldWord(text);

    /// <summary>Whether only YAML 1.1 takes the text for something else than a text.</summary>
    internal static bool IsOldWord(string text) => IsOldBool(text) || IsBase60(text);

    private static bool IsOldBool(string text) =>
        text
            is "y"
                or "Y"
                or "yes"
                or "Yes"
                or "YES"
                or "on"
                or "On"
                or "ON"
                or "n"
                or "N"
                or "no"
                or "No"
                or "NO"
                or "off"
                or "Off"
                or "OFF";

    // [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?
    private static bool IsBase60(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? text : text[..dot];
        return whole.Contains(':', StringComparison.Ordinal)
            && PyYamlNumber.LooksLikeFloat(whole + (dot < 0 ? "." : text[dot..]));
    }
}
