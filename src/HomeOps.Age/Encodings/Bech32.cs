using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>BIP 173 Bech32 (not Bech32m) without its length limit, as age writes keys.</summary>
internal static class Bech32
{
    private const string Charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int ChecksumLength = 6;

    /// <summary>Writes bytes under a human-readable part; the result is in lower case.</summary>
    public static string Encode(ReadOnlySpan<char> hrp, ReadOnlySpan<byte> bytes)
    {
        var digits = ((bytes.Length * 8) + 4) / 5;
        var text = new char[hrp.Length + 1 + digits + ChecksumLength];
        hrp.ToLowerInvariant(text);
        text[hrp.Length] = '1';
        var checksum = StartChecksum(text.AsSpan(0, hrp.Length));
        var at = hrp.Length + 1;
        var accumulator = 0;
        var bits = 0;
        foreach (var b in bytes)
        {
            accumulator = ((accumulator << 8) | b) & 0xFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                Append((accumulator >> (bits - 5)) & 31);
            }
        }

        if (bits > 0)
        {
            Append((accumulator << (5 - bits)) & 31);
        }

        var sum = Step(Step(Step(Step(Step(Step(checksum, 0), 0), 0), 0), 0), 0) ^ 1;
        for (var shift = 25; shift >= 0; shift -= 5)
        {
            text[at++] = Charset[(int)(sum >> shift) & 31];
        }

        var result = new string(text);
        CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()));
        return result;

        void Append(int digit)
        {
            text[at++] = Charset[digit];
            checksum = Step(checksum, digit);
        }
    }

    /// <summary>Reads a text whose human-readable part must be <paramref name="hrp"/>, in either case.</summary>
    /// <param name="text">All lower or all upper case.</param>
    /// <param name="hrp">What stands before the last <c>1</c>.</param>
    /// <param name="bytes">What it says; empty unless the result is <see cref="Bech32Fault.None"/>.</param>
    public static Bech32Fault Decode(ReadOnlySpan<char> text, ReadOnlySpan<char> hrp, out byte[] bytes)
    {
        bytes = [];
        if (text.ContainsAnyInRange('a', 'z') && text.ContainsAnyInRange('A', 'Z'))
        {
            return Bech32Fault.MixedCase;
        }

        // An l that was copied as a 1 looks like a second separator.
        var separator = text.LastIndexOf('1');
        if (separator > hrp.Length && text.StartsWith($"{hrp}1", StringComparison.OrdinalIgnoreCase))
        {
            return Bech32Fault.InvalidCharacter;
        }

        if (separator < 1 || text.Length - separator - 1 < ChecksumLength)
        {
            return Bech32Fault.TooShort;
        }

        if (!text[..separator].Equals(hrp, StringComparison.OrdinalIgnoreCase))
        {
            return Bech32Fault.OtherPrefix;
        }

        var digits = KeyMemory.New(text.Length - separator - 1);
        try
        {
            var checksum = StartChecksum(hrp);
            for (var i = 0; i < digits.Length; i++)
            {
                var digit = Charset.IndexOf(char.ToLowerInvariant(text[separator + 1 + i]), StringComparison.Ordinal);
                if (digit < 0)
                {
                    return Bech32Fault.InvalidCharacter;
                }

                digits[i] = (byte)digit;
                checksum = Step(checksum, digit);
            }

            return checksum != 1 ? Bech32Fault.Checksum : Regroup(digits.AsSpan(..^ChecksumLength), out bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(digits);
        }
    }

    private static Bech32Fault Regroup(ReadOnlySpan<byte> digits, out byte[] bytes)
    {
        var result = KeyMemory.New(digits.Length * 5 / 8);
        var at = 0;
        var accumulator = 0;
        var bits = 0;
        foreach (var digit in digits)
        {
            accumulator = ((accumulator << 5) | digit) & 0xFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                result[at++] = (byte)(accumulator >> bits);
            }
        }

        if (bits >= 5 || (accumulator & ((1 << bits) - 1)) != 0)
        {
            CryptographicOperations.ZeroMemory(result);
            bytes = [];
            return Bech32Fault.Padding;
        }

        bytes = result;
        return Bech32Fault.None;
    }

    private static uint StartChecksum(ReadOnlySpan<char> hrp)
    {
        var checksum = 1u;
        foreach (var c in hrp)
        {
            checksum = Step(checksum, char.ToLowerInvariant(c) >> 5);
        }

        checksum = Step(checksum, 0);
        foreach (var c in hrp)
        {
            checksum = Step(checksum, char.ToLowerInvariant(c) & 31);
        }

        return checksum;
    }

    private static uint Step(uint checksum, int digit)
    {
        var top = checksum >> 25;
        checksum = ((checksum & 0x1FFFFFF) << 5) ^ (uint)digit;
        checksum ^= (top & 1) != 0 ? 0x3b6a57b2u : 0;
        checksum ^= (top & 2) != 0 ? 0x26508e6du : 0;
        checksum ^= (top & 4) != 0 ? 0x1ea119fau : 0;
        checksum ^= (top & 8) != 0 ? 0x3d4233ddu : 0;
        checksum ^= (top & 16) != 0 ? 0x2a1462b3u : 0;
        return checksum;
    }
}

/// <summary>Why a text is not the Bech32 that was expected.</summary>
internal enum Bech32Fault
{
    None,
    MixedCase,
    TooShort,
    OtherPrefix,
    InvalidCharacter,
    Checksum,
    Padding,

    /// <summary>Right as a text; what it says is out of range.</summary>
    Range,
}
