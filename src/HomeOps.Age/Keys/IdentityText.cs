using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>Tells the kinds of identity lines apart.</summary>
internal static class IdentityText
{
    public static AgeIdentity Parse(ReadOnlySpan<char> line)
    {
        if (line.Trim().Length < line.Length && line.Contains("SECRET-KEY-", StringComparison.Ordinal))
        {
            throw AgeDiagnostics.MalformedIdentity("there are blanks around it");
        }

        if (line.StartsWith(HybridIdentity.Prefix + "1", StringComparison.Ordinal))
        {
            return new HybridIdentity(Decode(line, HybridIdentity.Prefix, XWing.SeedSize));
        }

        if (line.StartsWith(X25519Identity.Prefix + "1", StringComparison.Ordinal))
        {
            return new X25519Identity(Decode(line, X25519Identity.Prefix, X25519.KeySize));
        }

        throw line switch
        {
            _ when line.StartsWith("AGE-PLUGIN-", StringComparison.Ordinal) => AgeDiagnostics.PluginIdentity(),
            _ when line.StartsWith("AGE-SECRET-KEY-", StringComparison.OrdinalIgnoreCase) =>
                AgeDiagnostics.MalformedIdentity("it is not in upper case"),
            _ when line.StartsWith("age1", StringComparison.Ordinal) => AgeDiagnostics.RecipientAsIdentity(),
            _ => AgeDiagnostics.UnknownIdentity(),
        };
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
