using System.Security.Cryptography;
using HomeOps.Age;

namespace HomeOps.Cli.Commands;

/// <summary>Reads the recipients and identities that the age commands are given.</summary>
internal static class AgeKeys
{
    /// <summary>Recipients of <c>-r</c>, of the lines of <c>-R</c> files, and of the identities of <c>-i</c> files.</summary>
    /// <exception cref="AgeException">One of them is not a recipient.</exception>
    public static List<AgeRecipient> Recipients(World world, string[] texts, string[] files, string[] identityFiles)
    {
        var recipients = texts.Select(AgeRecipient.Parse).ToList();
        foreach (var file in files)
        {
            recipients.AddRange(AgeRecipientFile.Parse(InputFile.Source(world, file)));
        }

        foreach (var identity in Identities(world, identityFiles))
        {
            using (identity)
            {
                if (identity.Recipient is { } recipient)
                {
                    recipients.Add(recipient);
                }
            }
        }

        return recipients;
    }

    /// <summary>The identities of all files, in order; asks for the passphrase of a protected one.</summary>
    /// <exception cref="AgeException">A file holds something else.</exception>
    public static List<AgeIdentity> Identities(World world, string[] files)
    {
        var identities = new List<AgeIdentity>();
        foreach (var file in files)
        {
            var text = InputFile.ReadKey(world, file);
            try
            {
                identities.AddRange(
                    AgeIdentityFile.Parse(text, file, about => world.Terminal.AskSecret($"Passphrase of {about}: "))
                );
            }
            finally
            {
                CryptographicOperations.ZeroMemory(text);
            }
        }

        return identities;
    }
}
