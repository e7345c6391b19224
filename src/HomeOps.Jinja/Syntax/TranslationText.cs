using System.Text;

namespace HomeOps.Jinja.Syntax;

/// <summary>The text of a translatable section as it goes to gettext.</summary>
internal static class TranslationText
{
    /// <summary>Runs of white space around a line end become one blank; white space at both ends goes (the <c>trimmed</c> option).</summary>
    public static string Trimmed(string text)
    {
        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            var blank = Blank(rest);
            if (blank == 0)
            {
                result.Append(rest[0]);
                rest = rest[1..];
            }
            else
            {
                var run = rest[..blank];
                result.Append(run.Contains('\n') ? " " : run);
                rest = rest[blank..];
            }
        }

        return result.ToString();
    }

    private static int Blank(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsWhiteSpace(text[length]))
        {
            length++;
        }

        return length;
    }
}
