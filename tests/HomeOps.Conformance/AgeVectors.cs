using System.Security.Cryptography;
using System.Text.Json;
using HomeOps.Age;

namespace HomeOps.Conformance;

/// <summary>The cases of the <c>secrets</c> corpus that are about age alone. Those of age-testkit are in <see cref="AgeTestkit"/>.</summary>
internal static class AgeVectors
{
    /// <summary>Whether a kind of the manifest is run here.</summary>
    public static bool Handles(string kind) =>
        kind
            is "age-testkit"
                or "age-decrypt"
                or "age-recipient-parse"
                or "age-identity"
                or "age-identity-passphrase"
                or "age-negative"
                or "age-encrypt-error"
                or "hpke";

    /// <summary>Runs one case.</summary>
    /// <param name="vector">Its entry in manifest.json.</param>
    /// <param name="folder">The folder that holds manifest.json.</param>
    public static CaseResult Run(JsonElement vector, string folder)
    {
        var id = Text(vector, "id");
        var kind = Text(vector, "kind");
        var directory = Path.Join(folder, Text(vector, "dir"));
        string? fault;
        try
        {
            fault = kind switch
            {
                "age-testkit" => AgeTestkit.Run(File.ReadAllBytes(Path.Join(directory, FirstFile(vector)))),
                "age-decrypt" => Decrypt(vector, folder, directory),
                "age-negative" => Refuse(vector, folder, directory),
                "age-recipient-parse" => ParseRecipient(vector, directory),
                "age-identity" => ParseIdentity(directory),
                "age-identity-passphrase" => ParseProtectedIdentity(vector, directory),
                "age-encrypt-error" => RefuseToEncrypt(directory),
                _ => AgeHpkeVector.Run(File.ReadAllBytes(Path.Join(directory, FirstFile(vector)))),
            };
        }
        catch (Exception e) when (e is AgeException or IOException or FormatException)
        {
            fault = $"{e.GetType().Name}: {(e as AgeException)?.Diagnostic.ToString() ?? e.Message}";
        }

        return fault is null ? CaseResult.Pass(id, kind) : CaseResult.Fail(id, kind, fault);
    }

    private static string? Decrypt(JsonElement vector, string folder, string directory)
    {
        var plaintext = AgeFile.Decrypt(EncryptedFile(directory), Identities(vector, folder, directory));
        var wanted = Path.Join(directory, "plain.bin");
        return !File.Exists(wanted) || File.ReadAllBytes(wanted).AsSpan().SequenceEqual(plaintext)
            ? null
            : $"{plaintext.Length} bytes that are not those of plain.bin";
    }

    private static string? Refuse(JsonElement vector, string folder, string directory)
    {
        try
        {
            AgeFile.Decrypt(EncryptedFile(directory), Identities(vector, folder, directory));
            return "it was decrypted";
        }
        catch (AgeException e)
        {
            return AgeTestkit.Class(e.Failure) == Text(vector.GetProperty("expected"), "cls") ? null : $"{e.Failure}";
        }
    }

    // Two tools' answers: age reads the text as it is, sops takes the blanks around it away.
    private static string? ParseRecipient(JsonElement vector, string directory)
    {
        var text = File.ReadAllText(Path.Join(directory, "recipient.txt")).TrimEnd('\n');
        var expected = vector.GetProperty("expected");
        var age = AgeRecipient.TryParse(text, out _, out _) ? 0 : 1;
        var sops = AgeRecipient.TryParse(text.Trim(), out _, out _) ? 0 : 1;
        return
            age == expected.GetProperty("age_exit").GetInt32() && sops == expected.GetProperty("sops_exit").GetInt32()
            ? null
            : $"age {age}, sops {sops}";
    }

    private static string? ParseIdentity(string directory)
    {
        var file = Path.Join(directory, "identity.txt");
        var text = File.ReadAllText(file);
        var identity = AgeIdentityFile.Parse(File.ReadAllBytes(file), "identity.txt")[0];
        var wanted = File.ReadAllText(Path.Join(directory, "recipient.txt")).Trim();
        var created = DateTimeOffset.Parse(text.AsSpan("# created: ".Length, "yyyy-MM-ddTHH:mm:ssZ".Length));
        var written = AgeKeygen.FileText(identity, created);
        return $"{identity.Recipient}" != wanted ? $"{identity.Recipient}"
            : written != text ? "the identity file is written differently"
            : null;
    }

    private static string? ParseProtectedIdentity(JsonElement vector, string directory)
    {
        var passphrase = Text(vector, "passphrase");
        var file = File.ReadAllBytes(Path.Join(directory, "identity.age"));
        var identities = AgeIdentityFile.Parse(file, "identity.age", _ => passphrase.ToCharArray());
        if (identities[0].ToSecretLine() != Text(vector.GetProperty("expected"), "identity"))
        {
            return "another identity";
        }

        var plaintext = AgeFile.Decrypt(File.ReadAllBytes(Path.Join(directory, "enc.txt")), identities);
        return File.ReadAllBytes(Path.Join(directory, "plain.bin")).AsSpan().SequenceEqual(plaintext)
            ? null
            : "other content";
    }

    private static string? RefuseToEncrypt(string directory)
    {
        var recipients = File.ReadLines(Path.Join(directory, "recipients.txt")).Select(AgeRecipient.Parse).ToList();
        try
        {
            AgeFile.Encrypt("x"u8, recipients, armor: false, RandomNumberGenerator.Fill);
            return "it was encrypted";
        }
        catch (AgeException e)
        {
            return e.Failure == AgeFailure.MixedRecipients ? null : $"{e.Failure}";
        }
    }

    private static IReadOnlyList<AgeIdentity> Identities(JsonElement vector, string folder, string directory)
    {
        if (vector.TryGetProperty("passphrase", out var passphrase))
        {
            return [AgePassphrase.Identity(passphrase.GetString())];
        }

        var file = vector.TryGetProperty("key_file", out var keyFile)
            ? Path.Join(folder, keyFile.GetString())
            : Directory.GetFiles(directory).Single(static f => Path.GetFileName(f) is "identities.txt" or "ssh_key");
        return AgeIdentityFile.Parse(File.ReadAllBytes(file), file);
    }

    private static byte[] EncryptedFile(string directory) =>
        File.ReadAllBytes(
            Directory
                .GetFiles(directory)
                .Single(static f =>
                    f.EndsWith(".age", StringComparison.Ordinal) || f.EndsWith("enc.txt", StringComparison.Ordinal)
                )
        );

    private static string FirstFile(JsonElement vector) => vector.GetProperty("files")[0].GetString() ?? "";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
