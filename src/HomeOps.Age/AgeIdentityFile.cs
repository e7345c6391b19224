using HomeOps.Text;

namespace HomeOps.Age;

/// <summary>Reads identity files: one identity a line, with comments (<c>#</c>) and empty lines between.</summary>
public static class AgeIdentityFile
{
    /// <summary>Reads all identities of a text.</summary>
    /// <param name="source">The file. Its text never appears in what is reported, only its name and line numbers.</param>
    /// <returns>At least one identity, for the caller to dispose.</returns>
    /// <exception cref="AgeException">A line is not an identity, or there is none at all; the diagnostic says where.</exception>
    public static IReadOnlyList<AgeIdentity> Parse(SourceText source)
    {
        var identities = new List<AgeIdentity>();
        for (var line = 1; line <= source.LineCount; line++)
        {
            var text = source.GetLine(line);
            if (!text.IsEmpty && text[0] != '#')
            {
                identities.Add(ParseLine(text, source.Path, line));
            }
        }

        return identities.Count > 0 ? identities : throw AgeDiagnostics.EmptyIdentityFile(Location.OfFile(source.Path));
    }

    private static AgeIdentity ParseLine(ReadOnlySpan<char> text, string path, int line)
    {
        try
        {
            return IdentityText.Parse(text);
        }
        catch (AgeException e)
        {
            throw e.At(HiddenLine(path, line));
        }
    }

    // Printing a finding shows the line it is about, which here may be a key with a typing error in it.
    private static Location HiddenLine(string path, int line)
    {
        const string Shown = "(not shown)";
        return new SourceText(path, new string('\n', line - 1) + Shown).At(line - 1, Shown.Length);
    }
}
