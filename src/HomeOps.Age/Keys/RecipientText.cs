namespace HomeOps.Age;

/// <summary>Tells the kinds of recipient apart.</summary>
internal static class RecipientText
{
    public static AgeRecipient Parse(string text)
    {
        if (text.StartsWith(HybridRecipient.Prefix + "1", StringComparison.Ordinal))
        {
            var key = Decode(text, HybridRecipient.Prefix, XWing.PublicKeySize);
            return XWing.IsPublicKey(key)
                ? new HybridRecipient(key)
                : throw AgeDiagnostics.MalformedRecipient(text, Bech32Fault.Range);
        }

        if (text.StartsWith("age1", StringComparison.Ordinal))
        {
            // A key never has a second '1' in it, for it is not one of Bech32's digits: age1NAME1… belongs to the plugin NAME. At the
            // length of a key it is rather an l that somebody copied by eye.
            return text.LastIndexOf('1') > 3 && text.Length != X25519Recipient.TextLength
                ? throw AgeDiagnostics.PluginRecipient(text)
                : new X25519Recipient(Decode(text, X25519Recipient.Prefix, X25519.KeySize));
        }

        if (text.StartsWith("ssh-", StringComparison.Ordinal))
        {
            return SshPublicKey.Parse(text);
        }

        if (text.Contains("SECRET-KEY-", StringComparison.OrdinalIgnoreCase))
        {
            throw AgeDiagnostics.IdentityAsRecipient();
        }

        throw text.StartsWith("AGE1", StringComparison.OrdinalIgnoreCase)
            ? AgeDiagnostics.UpperCaseRecipient()
            : AgeDiagnostics.UnknownRecipient(text);
    }

    private static byte[] Decode(string text, string prefix, int size)
    {
        var fault = Bech32.Decode(text, prefix, out var key);
        return fault == Bech32Fault.None && key.Length == size
            ? key
            : throw AgeDiagnostics.MalformedRecipient(text, fault);
    }
}
