using HomeOps.Text;

namespace HomeOps.Age;

/// <summary>Who to ask for the passphrase of a file, if anybody.</summary>
internal sealed class PassphraseQuestion(PassphrasePrompt? prompt, string path)
{
    /// <summary>The file.</summary>
    public Location Location { get; } = Location.OfFile(path);

    /// <summary>The answer in UTF-8, for the caller to clear.</summary>
    /// <exception cref="AgeException">There is none.</exception>
    public byte[] Ask()
    {
        var passphrase = prompt?.Invoke(path);
        try
        {
            return passphrase is null ? throw AgeDiagnostics.PassphraseNeeded() : ScryptKey.Bytes(passphrase);
        }
        catch (AgeException e)
        {
            throw e.At(Location);
        }
        finally
        {
            Array.Clear(passphrase ?? []);
        }
    }
}
