using CsCheck;
using HomeOps.Sops.Ciphering;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace HomeOps.Sops.Tests.Ciphering;

/// <summary>Every way of computing must give what OpenSSL, NIST's vectors and BouncyCastle say.</summary>
public sealed class AesGcm256Tests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(static i => (byte)(255 - i))];
    private static readonly byte[] Iv = [.. Enumerable.Range(0, 32).Select(static i => (byte)((i * 7) + 3))];

    /// <summary>What runs on this processor, what runs everywhere, and both mixed.</summary>
    public static TheoryData<string> Ways => ["of the processor", "portable", "AES alone", "product alone"];

    // The expected values come from OpenSSL.
    [Theory]
    [InlineData("", "", "", "SjB53CYUA8HoPUi//LSFjA==")]
    [InlineData("stringData:password:", "correct horse", "MhIhPG/EMvP8lTXnLQ==", "w/73qQ2osz70EngPI5QEDQ==")]
    [InlineData("a:", "True", "BQ8mKw==", "T9RqQrR1d/vMSax3dDMh5w==")]
    [InlineData(":", " a comment", "cRxzLWXKK7b6jg==", "FBUl+NXJtv9EmldW+TDSNA==")]
    public void Seals_as_OpenSSL_does_with_a_vector_of_32_bytes(string bound, string plain, string data, string tag)
    {
        foreach (var way in Ways)
        {
            using var cipher = Cipher(way, Key);

            var (actualData, actualTag) = cipher.Seal(Iv, Bytes(bound), Bytes(plain));

            Assert.Equal(data, Convert.ToBase64String(actualData));
            Assert.Equal(tag, Convert.ToBase64String(actualTag));
            Assert.Equal(Bytes(plain), cipher.Open(Iv, Bytes(bound), actualData, actualTag));
        }
    }

    [Theory]
    [InlineData(1, "5QQnVXU=", "Ba3QtjCPICxocvQgFQpmYA==")]
    [InlineData(16, "nb/Xfe0=", "jLfSHTHx3qGsTb2rEE7g/w==")]
    [InlineData(33, "RhUi/18=", "o0Q4wHoaVF/V8ItVhDBPeQ==")]
    public void Opens_values_with_vectors_of_other_lengths(int length, string data, string tag)
    {
        var iv = Enumerable.Repeat((byte)9, length).ToArray();
        foreach (var way in Ways)
        {
            using var cipher = Cipher(way, Key);

            var plain = cipher.Open(iv, Bytes("x:"), Convert.FromBase64String(data), Convert.FromBase64String(tag));

            Assert.Equal(Bytes("value"), plain);
        }
    }

    // Test cases 13, 14, 16, 17 and 18 of McGrew and Viega's "The Galois/Counter Mode of Operation", which SP 800-38D refers to: 256-bit keys, vectors
    // of 12, 8 and 60 bytes.
    [Theory]
    [InlineData("", "000000000000000000000000", "", "", "", "530F8AFBC74536B9A963B4F1C4CB738B")]
    [InlineData(
        "",
        "000000000000000000000000",
        "",
        "00000000000000000000000000000000",
        "CEA7403D4D606B6E074EC5D3BAF39D18",
        "D0D1C8A799996BF0265B98B5D48AB919"
    )]
    [InlineData(
        Vectors.Key,
        "CAFEBABEFACEDBADDECAF888",
        Vectors.Additional,
        Vectors.Plain,
        "522DC1F099567D07F47F37A32A84427D643A8CDCBFE5C0C97598A2BD2555D1AA8CB08E48590DBB3DA7B08B1056828838C5F61E6393BA7A0ABCC9F662",
        "76FC6ECE0F4E1768CDDF8853BB2D551B"
    )]
    [InlineData(
        Vectors.Key,
        "CAFEBABEFACEDBAD",
        Vectors.Additional,
        Vectors.Plain,
        "C3762DF1CA787D32AE47C13BF19844CBAF1AE14D0B976AFAC52FF7D79BBA9DE0FEB582D33934A4F0954CC2363BC73F7862AC430E64ABE499F47C9B1F",
        "3A337DBF46A792C45E454913FE2EA8F2"
    )]
    [InlineData(
        Vectors.Key,
        "9313225DF88406E555909C5AFF5269AA6A7A9538534F7DA1E4C303D2A318A728C3C0C95156809539FCF0E2429A6B525416AEDBF5A0DE6A57A637B39B",
        Vectors.Additional,
        Vectors.Plain,
        "5A8DEF2F0C9E53F1F75D7853659E2A20EEB2B22AAFDE6419A058AB4F6F746BF40FC0C3B780F244452DA3EBF1C5D82CDEA2418997200EF82E44AE7E3F",
        "A44A8266EE1C8EB0C8B5D4CF5AE9F19A"
    )]
    public void Gives_what_the_published_vectors_say(
        string key,
        string iv,
        string additional,
        string plain,
        string data,
        string tag
    )
    {
        foreach (var way in Ways)
        {
            using var cipher = Cipher(way, key.Length == 0 ? new byte[32] : Convert.FromHexString(key));

            var (actualData, actualTag) = cipher.Seal(Hex(iv), Hex(additional), Hex(plain));

            Assert.Equal(data, Convert.ToHexString(actualData));
            Assert.Equal(tag, Convert.ToHexString(actualTag));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Agrees_with_another_implementation_and_accepts_no_other_tag(string way) =>
        Gen.Select(
                Gen.Byte.Array[32],
                Gen.Byte.Array[1, 80],
                Gen.Byte.Array[0, 70],
                Gen.Frequency((9, Gen.Byte.Array[0, 100]), (1, Gen.Byte.Array[500, 3000])),
                Gen.Int[0, 127]
            )
            .Sample(
                (key, iv, additional, plain, bit) =>
                {
                    var expected = SealElsewhere(key, iv, additional, plain);
                    using var cipher = Cipher(way, key);

                    var (data, tag) = cipher.Seal(iv, additional, plain);

                    Assert.Equal(expected, (byte[])[.. data, .. tag]);
                    Assert.Equal(plain, cipher.Open(iv, additional, data, tag));
                    Assert.Null(cipher.Open(iv, additional, data, Flip(tag, bit)));
                    if (data.Length > 0)
                    {
                        Assert.Null(cipher.Open(iv, additional, Flip(data, bit), tag));
                    }
                },
                iter: 3000
            );

    // The block counter is the last 32 bits of J0, which for a vector that has not 12 bytes is a hash. This one was worked out backwards: its J0 ends
    // with FFFFFFFE, so that the second block already counts from zero again.
    [Theory]
    [MemberData(nameof(Ways))]
    public void Counts_blocks_modulo_two_to_the_32(string way)
    {
        var iv = Hex("9FFDBFD8FFE9E36C7A26F52967D6777D");
        var plain = new byte[100];
        using var cipher = Cipher(way, Key);

        var (data, tag) = cipher.Seal(iv, [], plain);

        Assert.Equal(SealElsewhere(Key, iv, [], plain), (byte[])[.. data, .. tag]);
        Assert.Equal(plain, cipher.Open(iv, [], data, tag));
    }

    [Fact]
    public void Refuses_what_was_changed_anywhere()
    {
        using var cipher = Cipher("of the processor", Key);
        using var other = Cipher("of the processor", Flip(Key, 0));
        var (data, tag) = cipher.Seal(Iv, Bytes("a:"), Bytes("secret"));

        Assert.Null(other.Open(Iv, Bytes("a:"), data, tag));
        Assert.Null(cipher.Open(Flip(Iv, 0), Bytes("a:"), data, tag));
        Assert.Null(cipher.Open(Iv, Bytes("b:"), data, tag));
        Assert.Null(cipher.Open(Iv, Bytes("a:"), Flip(data, 0), tag));
        Assert.Null(cipher.Open(Iv, Bytes("a:"), data, Flip(tag, 0)));
        Assert.Null(cipher.Open(Iv, Bytes("a:"), data, tag.AsSpan(..12)));
        Assert.Null(cipher.Open([], Bytes("a:"), data, tag));
    }

    private static AesGcm256 Cipher(string way, byte[] key) =>
        way switch
        {
            "portable" => new AesGcm256(new Aes256Library(key), CarrylessProduct.Portable),
            "AES alone" => new AesGcm256(Aes256.Create(key), CarrylessProduct.Portable),
            "product alone" => new AesGcm256(new Aes256Library(key), CarrylessProduct.OfProcessor),
            _ => new AesGcm256(key),
        };

    private static byte[] SealElsewhere(byte[] key, byte[] iv, byte[] additional, byte[] plain)
    {
        var cipher = new GcmBlockCipher(new AesEngine());
        cipher.Init(true, new AeadParameters(new KeyParameter(key), 128, iv, additional));
        var output = new byte[plain.Length + 16];
        cipher.DoFinal(output, cipher.ProcessBytes(plain, 0, plain.Length, output, 0));
        return output;
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static byte[] Hex(string text) => Convert.FromHexString(text);

    private static byte[] Flip(byte[] bytes, int bit)
    {
        var copy = (byte[])bytes.Clone();
        copy[bit / 8 % copy.Length] ^= (byte)(1 << (bit % 8));
        return copy;
    }

    private static class Vectors
    {
        public const string Key = "FEFFE9928665731C6D6A8F9467308308FEFFE9928665731C6D6A8F9467308308";
        public const string Additional = "FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2";
        public const string Plain =
            "D9313225F88406E5A55909C5AFF5269A86A7A9531534F7DA2E4C303D8A318A721C3C0C95956809532FCF0E2449A6B525B16AEDF5AA0DE657BA637B39";
    }
}
