using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>Fields that are text, a truth value, a number or one of a few words.</summary>
internal static class TextFields
{
    /// <summary>Any text that is not empty.</summary>
    public static bool NonEmpty(in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value)
    {
        value = null;
        if (!scalar.IsString)
        {
            findings.Add(FieldDiagnostics.NotText(scalar));
            return false;
        }

        if (string.IsNullOrWhiteSpace(scalar.Text))
        {
            findings.Add(FieldDiagnostics.Empty(scalar));
            return false;
        }

        value = scalar.Text;
        return true;
    }

    /// <summary>true or false, in any of YAML 1.1's words for them.</summary>
    public static bool Bool(in FieldScalar scalar, DiagnosticBag findings, out bool value)
    {
        value = scalar.Meaning.Object is true;
        if (scalar.Meaning.Kind == YamlKind.Bool)
        {
            return true;
        }

        findings.Add(FieldDiagnostics.NotBool(scalar));
        return false;
    }

    /// <summary>A whole number within bounds.</summary>
    public static FieldReader<int> Number(int least, int most) =>
        (in scalar, findings, out value) =>
        {
            value = 0;
            if (scalar.Meaning.Kind != YamlKind.Int)
            {
                findings.Add(FieldDiagnostics.NotNumber(scalar, least, most));
                return false;
            }

            if (scalar.Meaning.Object is not long number || number < least || number > most)
            {
                findings.Add(FieldDiagnostics.OutOfRange(scalar, least, most));
                return false;
            }

            if (scalar.Notation.Length > 0)
            {
                findings.Add(FieldDiagnostics.NumberReadOtherwise(scalar));
            }

            value = (int)number;
            return true;
        };

    /// <summary>A number within bounds that is written as text, without sign or leading zero.</summary>
    public static FieldReader<string> NumberText(uint least, uint most) =>
        (in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value) =>
        {
            if (!NonEmpty(scalar, findings, out value))
            {
                return false;
            }

            if (
                value[0] != '0'
                && uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
            )
            {
                return true;
            }

            findings.Add(FieldDiagnostics.OutOfRange(scalar, least, most));
            return false;
        };

    /// <summary>One of a few words, exactly as written here.</summary>
    public static FieldReader<T> OneOf<T>(FrozenDictionary<string, T> words)
        where T : notnull =>
        (in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out T? value) =>
        {
            value = default;
            if (!NonEmpty(scalar, findings, out var text))
            {
                return false;
            }

            if (words.TryGetValue(text, out value))
            {
                return true;
            }

            findings.Add(FieldDiagnostics.NotOneOf(scalar, [.. words.Keys.Order(StringComparer.Ordinal)]));
            return false;
        };
}
