using System.Buffers;
using System.Text.RegularExpressions;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Whether a reference is of the image an entry names. kustomize takes the name for a regular expression.</summary>
internal sealed class ImageMatcher
{
    private const string DigestStart = "@sha256:";

    private static readonly SearchValues<char> TagCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.{}-"
    );

    private readonly string name;
    private readonly Regex? regex;

    public ImageMatcher(string name, Location at)
    {
        this.name = name;
        regex = Pattern.IsLiteral(name.Replace(".", "", StringComparison.Ordinal))
            ? null
            : Pattern.Search($@"\A{name}(:[a-zA-Z0-9_.{{}}-]*)?(@sha256:[a-zA-Z0-9_.{{}}-]*)?\z", at);
    }

    public bool Matches(string reference)
    {
        if (regex is not null)
        {
            return regex.IsMatch(reference);
        }

        // A dot stands for any character, as in a regular expression.
        if (reference.Length < name.Length)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != reference[i] && (name[i] != '.' || reference[i] == '\n'))
            {
                return false;
            }
        }

        return IsTagAndDigest(reference.AsSpan(name.Length));
    }

    private static bool IsTagAndDigest(ReadOnlySpan<char> rest)
    {
        if (rest is [':', ..])
        {
            var end = rest[1..].IndexOfAnyExcept(TagCharacters);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return rest.IsEmpty
            || (
                rest.StartsWith(DigestStart, StringComparison.Ordinal)
                && !rest[DigestStart.Length..].ContainsAnyExcept(TagCharacters)
            );
    }
}
