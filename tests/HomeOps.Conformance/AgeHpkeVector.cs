using System.Security.Cryptography;
using System.Text.Json;
using HomeOps.Age;

namespace HomeOps.Conformance;

/// <summary>A vector of draft-ietf-hpke-pq for X-Wing: private key and encapsulation lead to the secret, the key and the messages.</summary>
internal static class AgeHpkeVector
{
    /// <returns>Null when every value comes out as given, else which does not.</returns>
    public static string? Run(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var vector = document.RootElement;
        var seed = Bytes(vector, "skRm");
        if (!XWing.PublicKey(seed).AsSpan().SequenceEqual(Bytes(vector, "pkRm")))
        {
            return "public key";
        }

        var secret = new byte[XWing.SecretSize];
        if (
            !XWing.TryDecapsulate(seed, Bytes(vector, "enc"), secret)
            || !secret.AsSpan().SequenceEqual(Bytes(vector, "shared_secret"))
        )
        {
            return "shared secret";
        }

        var key = new byte[Hpke.KeySize];
        var nonce = new byte[Hpke.NonceSize];
        Hpke.Schedule(secret, Bytes(vector, "info"), key, nonce);
        if (
            !key.AsSpan().SequenceEqual(Bytes(vector, "key"))
            || !nonce.AsSpan().SequenceEqual(Bytes(vector, "base_nonce"))
        )
        {
            return "key or nonce";
        }

        using var cipher = new ChaCha20Poly1305(key);
        foreach (var message in vector.GetProperty("encryptions").EnumerateArray())
        {
            var plaintext = Bytes(message, "pt");
            var output = new byte[plaintext.Length + 16];
            cipher.Encrypt(
                Bytes(message, "nonce"),
                plaintext,
                output.AsSpan(0, plaintext.Length),
                output.AsSpan(plaintext.Length),
                Bytes(message, "aad")
            );
            if (!output.AsSpan().SequenceEqual(Bytes(message, "ct")))
            {
                return "message";
            }
        }

        return null;
    }

    private static byte[] Bytes(JsonElement element, string name) =>
        Convert.FromHexString(element.GetProperty(name).GetString() ?? "");
}
