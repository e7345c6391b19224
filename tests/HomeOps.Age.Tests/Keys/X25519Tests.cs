namespace HomeOps.Age.Tests;

public sealed class X25519Tests
{
    [Theory]
    [InlineData(1, "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079")]
    [InlineData(1000, "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51")]
    public void The_chain_of_RFC_7748_section_5_2_comes_out(int steps, string expected)
    {
        byte[] secret = [9, .. new byte[31]];
        byte[] point = [9, .. new byte[31]];
        for (var i = 0; i < steps; i++)
        {
            var next = new byte[32];
            Assert.True(X25519.TryAgree(secret, point, next));
            (secret, point) = (next, secret);
        }

        Assert.Equal(expected, Convert.ToHexStringLower(secret));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_point_that_gives_everybody_the_same_secret_is_refused(byte u) =>
        Assert.False(X25519.TryAgree([1, .. new byte[31]], [u, .. new byte[31]], new byte[32]));

    [Fact]
    public void A_stanza_with_such_a_point_or_of_the_wrong_shape_is_refused()
    {
        var share = StrictBase64.Encode(X25519.PublicKey([1, .. new byte[31]]));

        Assert.Equal(AgeFailure.NoMatch, Failure([share], 32));
        Assert.Equal(AgeFailure.HeaderFailure, Failure([StrictBase64.Encode(new byte[32])], 32));
        Assert.Equal(AgeFailure.HeaderFailure, Failure([StrictBase64.Encode(new byte[31])], 32));
        Assert.Equal(AgeFailure.HeaderFailure, Failure([share], 33));
        Assert.Equal(AgeFailure.HeaderFailure, Failure([share, share], 32));
        Assert.Equal(AgeFailure.HeaderFailure, Failure([], 32));
        Assert.Equal(AgeFailure.HeaderFailure, Failure([share + "="], 32));
    }

    private static AgeFailure Failure(string[] arguments, int bodySize)
    {
        using var identity = TestKeys.Identity("x25519");
        var file = new MemoryStream();
        AgeHeader.Create([new Stanza("X25519", arguments, new byte[bodySize])], new byte[16]).WriteTo(file);
        return Assert.Throws<AgeException>(() => AgeFile.Decrypt(file.ToArray(), [identity])).Failure;
    }
}
