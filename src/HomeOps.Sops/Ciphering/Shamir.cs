namespace HomeOps.Sops.Ciphering;

/// <summary>
/// Shamir's secret sharing byte by byte over GF(2^8) with the AES polynomial, as HashiCorp Vault and SOPS use it: a part is one y byte for
/// each secret byte and then its x.
/// </summary>
internal static class Shamir
{
    /// <summary>
    /// Recovers the secret, for the caller to clear, from at least as many parts as the threshold asks; null when the parts do not go together.
    /// </summary>
    public static byte[]? Combine(IReadOnlyList<byte[]> parts)
    {
        if (parts.Count < 2 || parts[0].Length < 2)
        {
            return null;
        }

        var length = parts[0].Length - 1;
        var xs = new byte[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Length != length + 1 || Array.IndexOf(xs, parts[i][length], 0, i) >= 0)
            {
                return null;
            }

            xs[i] = parts[i][length];
        }

        var secret = DataKey.NewBuffer(length);
        for (var i = 0; i < parts.Count; i++)
        {
            var weight = LagrangeAtZero(xs, i);
            for (var j = 0; j < length; j++)
            {
                secret[j] ^= Multiply(parts[i][j], weight);
            }
        }

        return secret;
    }

    private static byte LagrangeAtZero(byte[] xs, int index)
    {
        byte weight = 1;
        for (var j = 0; j < xs.Length; j++)
        {
            if (j != index)
            {
                weight = Multiply(weight, Multiply(xs[j], Invert((byte)(xs[index] ^ xs[j]))));
            }
        }

        return weight;
    }

    // Without branches or tables that depend on the operands.
    private static byte Multiply(byte a, byte b)
    {
        var product = 0;
        int left = a;
        for (var bit = 0; bit < 8; bit++)
        {
            product ^= left & -((b >> bit) & 1);
            left = (left << 1) ^ (0x11B & -((left >> 7) & 1));
        }

        return (byte)product;
    }

    // a^254, the inverse in a field of 256 elements.
    private static byte Invert(byte a)
    {
        byte result = 1;
        for (var i = 0; i < 254; i++)
        {
            result = Multiply(result, a);
        }

        return result;
    }
}
