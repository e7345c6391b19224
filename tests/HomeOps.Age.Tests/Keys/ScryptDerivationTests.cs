using System.Text;
using CsCheck;
using Org.BouncyCastle.Crypto.Generators;

namespace HomeOps.Age.Tests;

public sealed class ScryptDerivationTests
{
    [Fact]
    public void Derives_what_RFC_7914_says()
    {
        // Section 12, the vector with N = 16384, r = 8, p = 1.
        var key = new byte[64];

        Scrypt.Derive("pleaseletmein"u8, "SodiumChloride"u8, 14, key);

        Assert.Equal(
            "7023BDCB3AFD7348461C06CD81FD38EBFDA8FBBA904F8E3EA9B543F6545DA1F2"
                + "D5432955613F0FCF62D49705242A9AF9E61E85DC0D651E40DFCF017B45575887",
            Convert.ToHexString(key)
        );
    }

    [Fact]
    public void Derives_what_another_implementation_does() =>
        Gen.Select(Gen.String, Gen.Byte.Array[0, 40], Gen.Int[1, 8], Gen.Int[1, 64])
            .Sample(
                (passphrase, salt, workFactor, length) =>
                {
                    var bytes = Encoding.UTF8.GetBytes(passphrase);
                    var key = new byte[length];
                    Scrypt.Derive(bytes, salt, workFactor, key);
                    Assert.Equal(SCrypt.Generate(bytes, salt, 1 << workFactor, 8, 1, length), key);
                },
                iter: 300
            );
}
