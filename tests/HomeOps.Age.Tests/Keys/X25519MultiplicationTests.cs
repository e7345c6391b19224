using CsCheck;
using Reference = Org.BouncyCastle.Math.EC.Rfc7748.X25519;

namespace HomeOps.Age.Tests;

public sealed class X25519MultiplicationTests
{
    // RFC 7748, section 5.2.
    [Theory]
    [InlineData(
        "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
        "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
        "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"
    )]
    [InlineData(
        "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
        "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
        "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957"
    )]
    public void Gives_what_the_published_vectors_say(string secret, string point, string shared)
    {
        var result = new byte[32];

        Assert.True(X25519.TryAgree(Convert.FromHexString(secret), Convert.FromHexString(point), result));

        Assert.Equal(shared, Convert.ToHexStringLower(result));
    }

    [Fact]
    public void Agrees_with_another_implementation() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Byte.Array[32])
            .Sample(
                (secret, point) =>
                {
                    var expected = new byte[32];
                    Reference.ScalarMult(secret, 0, point, 0, expected, 0);
                    var shared = new byte[32];
                    X25519.TryAgree(secret, point, shared);
                    Assert.Equal(expected, shared);
                    Reference.ScalarMultBase(secret, 0, expected, 0);
                    Assert.Equal(expected, X25519.PublicKey(secret));
                },
                iter: 2000
            );
}
