using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using HomeOps.Text;

namespace HomeOps.Age;

/// <summary>
/// Reads identity files: one identity a line, with comments (<c>#</c>) and empty lines between. The file may be encrypted with a
/// passphrase, or be an SSH private key instead, which may have a passphrase too.
/// </summary>
public static class AgeIdentityFile
{
    private const int MaxSize = 16 * 1024 * 1024;

    /// <summary>Reads all identities of a file.</summary>
    /// <param name="file">Text in UTF-8, or a binary age file.</param>
    /// <param name="path">The name shown to people.</param>
    /// <param name="passphrase">Asked if the file is encrypted; for an SSH key with a passphrase only when a file turns up that
    /// is for it. Null if there is nobody to ask.</param>
    /// <returns>At least one identity, for the caller to dispose.</returns>
    /// <exception cref="AgeException">The diagnostic says what is wrong, and where.</exception>
    public static IReadOnlyList<AgeIdentity> Parse(
        ReadOnlySpan<byte> file,
        string path,
        PassphrasePrompt? passphrase = null
    )
    {
        if (file.Length > MaxSize)
        {
            throw AgeDiagnostics.IdentityFileTooLarge(Location.OfFile(path));
        }

        var question = new PassphraseQuestion(passphrase, path);
        if (!IsEncrypted(file))
        {
            return ParseText(file, path, question);
        }

        var plaintext = Decrypt(file, question);
        try
        {
            return ParseText(plaintext, path, question);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    /// <summary>Reads all identities of a text.</summary>
    /// <param name="source">The file. Its text never appears in what is reported, only its name and line numbers.</param>
    /// <param name="passphrase">Asked if the file is encrypted; for an SSH key with a passphrase only when a file turns up that
    /// is for it. Null if there is nobody to ask.</param>
    /// <returns>At least one identity, for the caller to dispose.</returns>
    /// <exception cref="AgeException">The diagnostic says what is wrong, and where.</exception>
    public static IReadOnlyList<AgeIdentity> Parse(SourceText source, PassphrasePrompt? passphrase = null)
    {
        var file = KeyMemory.New(Encoding.UTF8.GetByteCount(source.Text));
        Encoding.UTF8.GetBytes(source.Text, file);
        try
        {
            return Parse(file, source.Path, passphrase);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file);
        }
    }

    private static bool IsEncrypted(ReadOnlySpan<byte> file) =>
        file.StartsWith("age-encryption.org/"u8) || file.TrimStart(" \t\r\n"u8).StartsWith(ArmorFormat.Begin);

    private static byte[] Decrypt(ReadOnlySpan<byte> file, PassphraseQuestion question)
    {
        using var identity = new ScryptIdentity(question.Ask());
        try
        {
            return AgeFile.Decrypt(file, [identity]);
        }
        catch (AgeException e)
        {
            throw e.At(question.Location);
        }
    }

    private static List<AgeIdentity> ParseText(ReadOnlySpan<byte> file, string path, PassphraseQuestion question)
    {
        var text = GC.AllocateArray<char>(file.Length, pinned: true);
        var identities = new List<AgeIdentity>();
        try
        {
            if (Utf8.ToUtf16(file, text, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
            {
                throw AgeDiagnostics.IdentityFileNotText(Location.OfFile(path));
            }

            AddIdentities(text.AsSpan(0, length), path, question, identities);
            return identities.Count > 0 ? identities : throw AgeDiagnostics.EmptyIdentityFile(Location.OfFile(path));
        }
        catch (AgeException)
        {
            identities.ForEach(static i => i.Dispose());
            throw;
        }
        finally
        {
            Array.Clear(text);
        }
    }

    private static void AddIdentities(
        ReadOnlySpan<char> text,
        string path,
        PassphraseQuestion question,
        List<AgeIdentity> identities
    )
    {
        var number = 0;
        try
        {
            if (text.StartsWith("-----BEGIN "))
            {
                identities.Add(SshPrivateKey.Parse(text, question));
                return;
            }

            foreach (var range in text.Split('\n'))
            {
                number++;
                var line = text[range];
                line = line.EndsWith('\r') ? line[..^1] : line;
                if (!line.IsEmpty && line[0] != '#')
                {
                    identities.Add(IdentityText.Parse(line));
                }
            }
        }
        catch (AgeException e)
        {
            throw e.At(number == 0 ? Location.OfFile(path) : HiddenLine(path, number));
        }
    }

    // Printing a finding shows the line it is about, which here may be a key with a typing error in it.
    private static Location HiddenLine(string path, int line)
    {
        const string Shown = "(not shown)";
        return new SourceText(path, new string('\n', line - 1) + Shown).At(line - 1, Shown.Length);
    }
}
