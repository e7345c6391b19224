using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>Tells the kinds of identity lines apart.</summary>
internal static class IdentityText
{
    public static AgeIdentity Parse(ReadOnlySpan<char> line)
    {
        if (line.StartsWith(HybridIdentity.Prefix + "1", StringComparison.Ordinal))
        {
            return new HybridIdentity(Decode(line, HybridIdentity.Prefix, XWing.SeedSize));
        }

        if (line.StartsWith(X25519Identity.Prefix + "1", StringComparison.Ordinal))
        {
            return new X25519Identity(Decode(line, X25519Identity.Prefix, X25519.KeySize));
        }

        throw line.StartsWith("AGE-PLUGIN-", StringComparison.Ordinal) ? AgeDiagnostics.PluginIdentity()
        : line.Trim().StartsWith("AGE-SECRET-KEY-", StringComparison.OrdinalIgnoreCase)
            ? AgeDiagnostics.MalformedIdentity(
                line.Trim().Length < line.Length ? "there are blanks around it" : "it is not in upper case"
            )
        : line.StartsWith("age1", StringComparison.Ordinal) ? AgeDiagnostics.RecipientAsIdentity()
        : AgeDiagnostics.UnknownIdentity();
    }

    private static byte[] Decode(ReadOnlySpan<char> line, string prefix, int size)
    {
        var fault = Bech32.Decode(line, prefix, out var key);
        if (fault == Bech32Fault.None && key.Length == size)
        {
            return key;
        }

        CryptographicOperations.ZeroMemory(key);
        throw AgeDiagnostics.MalformedIdentity(AgeDiagnostics.Explain(fault));
    }
}
