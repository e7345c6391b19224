using HomeOps.Sops.Ciphering;

namespace HomeOps.Sops.Tests.Ciphering;

public sealed class EncryptedValueTests
{
    private const string Sound = "ENC[AES256_GCM,data:YWJj,iv:AAEC,tag:AwQ=,type:str]";

    [Fact]
    public void Reads_and_prints_the_same_text()
    {
        var value = EncryptedValue.Parse(Sound);

        Assert.NotNull(value);
        Assert.Equal("abc"u8.ToArray(), value.Data);
        Assert.Equal([0, 1, 2], value.Iv);
        Assert.Equal([3, 4], value.Tag);
        Assert.Equal("str", value.Type);
        Assert.Equal(Sound, value.ToString());
    }

    [Theory]
    [InlineData(Sound + " and more")]
    [InlineData(Sound + "\nsecond line]")]
    public void Ignores_what_follows_the_closing_bracket(string text) =>
        Assert.Equal(Sound, EncryptedValue.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData(" ENC[AES256_GCM,data:YWJj,iv:AAEC,tag:AwQ=,type:str]")]
    [InlineData("ENC[AES256_GCM,data:,iv:AAEC,tag:AwQ=,type:str]")]
    [InlineData("ENC[AES256_GCM,data:YWJj,iv:,tag:AwQ=,type:str]")]
    [InlineData("ENC[AES256_GCM,data:YWJj,iv:AAEC,tag:,type:str]")]
    [InlineData("ENC[AES256_GCM,data:YWJj,iv:AAEC,tag:AwQ=,type:]")]
    [InlineData("ENC[AES256_GCM,data:YWJj,iv:AAEC,type:str,tag:AwQ=]")]
    [InlineData("ENC[AES256_GCM,data:YWJj,iv:AAEC,tag:AwQ=,type:str")]
    [InlineData("ENC[AES256_GCM,data:YW*j,iv:AAEC,tag:AwQ=,type:str]")]
    [InlineData("ENC[AES128_GCM,data:YWJj,iv:AAEC,tag:AwQ=,type:str]")]
    public void Takes_nothing_else_for_an_encrypted_value(string text) => Assert.Null(EncryptedValue.Parse(text));
}
