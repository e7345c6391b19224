using System.Security.Cryptography;

namespace HomeOps.Age.Tests;

public sealed class XWingTests
{
    [Fact]
    public void Both_sides_find_the_same_secret()
    {
        for (var i = 0; i < 20; i++)
        {
            var random = new TestRandom(i);
            var seed = new byte[XWing.SeedSize];
            random.Fill(seed);
            var sent = new byte[XWing.SecretSize];
            var received = new byte[XWing.SecretSize];

            var encapsulation = XWing.Encapsulate(XWing.PublicKey(seed), random.Fill, sent);

            Assert.NotNull(encapsulation);
            Assert.True(XWing.TryDecapsulate(seed, encapsulation, received));
            Assert.Equal(sent, received);
        }
    }

    [Fact]
    public void A_damaged_ciphertext_gives_another_secret_and_a_weak_point_none()
    {
        var seed = new byte[XWing.SeedSize];
        var secret = new byte[XWing.SecretSize];
        var encapsulation = XWing.Encapsulate(XWing.PublicKey(seed), new TestRandom().Fill, secret) ?? [];
        var other = new byte[XWing.SecretSize];

        encapsulation[0] ^= 1;
        Assert.True(XWing.TryDecapsulate(seed, encapsulation, other));
        Assert.NotEqual(secret, other);

        encapsulation.AsSpan(^32..).Clear();
        Assert.False(XWing.TryDecapsulate(seed, encapsulation, other));
    }

    [Fact]
    public void A_public_key_with_a_weak_point_cannot_be_used()
    {
        var publicKey = XWing.PublicKey(new byte[XWing.SeedSize]);
        publicKey.AsSpan(^32..).Clear();

        Assert.Null(XWing.Encapsulate(publicKey, RandomNumberGenerator.Fill, new byte[XWing.SecretSize]));
    }

    [Fact]
    public void A_stanza_of_the_wrong_shape_is_refused()
    {
        using var identity = TestKeys.Identity("hybrid");
        var file = new MemoryStream();
        var stanza = new Stanza("mlkem768x25519", [StrictBase64.Encode(new byte[1119])], new byte[32]);
        AgeHeader.Create([stanza], new byte[16]).WriteTo(file);

        var failure = Assert.Throws<AgeException>(() => AgeFile.Decrypt(file.ToArray(), [identity]));

        Assert.Equal(AgeFailure.HeaderFailure, failure.Failure);
    }
}
