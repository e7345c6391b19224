using HomeOps.Text;

namespace HomeOps.Age;

/// <summary>Reads recipient files, as age's <c>-R</c> does: one public key a line, with comments (<c>#</c>) and empty lines between.</summary>
public static class AgeRecipientFile
{
    /// <summary>Reads all recipients of a text.</summary>
    /// <exception cref="AgeException">A line is not a recipient; the diagnostic says where.</exception>
    public static IReadOnlyList<AgeRecipient> Parse(SourceText source)
    {
        var recipients = new List<AgeRecipient>();
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.GetLine(number);
            if (!line.IsEmpty && line[0] != '#')
            {
                recipients.Add(Parse(line.ToString(), source.At(source.GetLineSpan(number))));
            }
        }

        return recipients;
    }

    // Any other line may be a private key or a password that came into the wrong file.
    private static bool IsPublic(string line) =>
        line.TrimStart() is var text
        && (text.StartsWith("age1", StringComparison.Ordinal) || text.StartsWith("ssh-", StringComparison.Ordinal));

    private static AgeRecipient Parse(string line, Location location)
    {
        try
        {
            return AgeRecipient.Parse(line);
        }
        catch (AgeException failure) when (failure.Diagnostic.Location is null)
        {
            throw failure.At(IsPublic(line) ? location : location.Hidden());
        }
    }
}
