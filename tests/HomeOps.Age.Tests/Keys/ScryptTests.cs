namespace HomeOps.Age.Tests;

public sealed class ScryptTests
{
    private static readonly byte[] WrappedKey = new byte[32];
    private static readonly string Salt = StrictBase64.Encode(new byte[16]);

    [Theory]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("1e1")]
    [InlineData("0x10")]
    [InlineData("23")]
    [InlineData("99999999999999999999")]
    public void A_work_factor_that_is_no_small_number_is_refused(string workFactor) =>
        Assert.Equal(AgeFailure.HeaderFailure, Failure(new Stanza("scrypt", [Salt, workFactor], WrappedKey)));

    [Fact]
    public void A_stanza_of_the_wrong_shape_is_refused()
    {
        Assert.Equal(AgeFailure.HeaderFailure, Failure(new Stanza("scrypt", [Salt], WrappedKey)));
        Assert.Equal(AgeFailure.HeaderFailure, Failure(new Stanza("scrypt", [Salt, "1", "1"], WrappedKey)));
        Assert.Equal(AgeFailure.HeaderFailure, Failure(new Stanza("scrypt", ["AAAA", "1"], WrappedKey)));
        Assert.Equal(AgeFailure.HeaderFailure, Failure(new Stanza("scrypt", [Salt, "1"], new byte[33])));
    }

    [Fact]
    public void A_passphrase_must_be_the_only_recipient()
    {
        var stanza = new Stanza("scrypt", [Salt, "1"], WrappedKey);

        Assert.Equal(AgeFailure.HeaderFailure, Failure(stanza, stanza));
        Assert.Equal(AgeFailure.HeaderFailure, Failure(new Stanza("other", [], []), stanza));
        Assert.Equal(AgeFailure.WrongPassphrase, Failure(stanza));
        Assert.Equal(AgeFailure.NoMatch, Failure(stanza with { Type = "SCRYPT" }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(23)]
    public void A_work_factor_that_nobody_could_read_is_not_written(int workFactor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AgePassphrase.Recipient("x", workFactor));

    private static AgeFailure Failure(params Stanza[] stanzas)
    {
        using var identity = AgePassphrase.Identity("test only");
        var file = new MemoryStream();
        AgeHeader.Create(stanzas, new byte[16]).WriteTo(file);
        return Assert.Throws<AgeException>(() => AgeFile.Decrypt(file.ToArray(), [identity])).Failure;
    }
}
