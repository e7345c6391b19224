using HomeOps.Sops.Ciphering;

namespace HomeOps.Sops.Tests.Ciphering;

/// <summary>The expected values come from OpenSSL.</summary>
public sealed class AesGcm256Tests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(static i => (byte)(255 - i))];
    private static readonly byte[] Iv = [.. Enumerable.Range(0, 32).Select(static i => (byte)((i * 7) + 3))];

    [Theory]
    [InlineData("", "", "", "SjB53CYUA8HoPUi//LSFjA==")]
    [InlineData("stringData:password:", "correct horse", "MhIhPG/EMvP8lTXnLQ==", "w/73qQ2osz70EngPI5QEDQ==")]
    [InlineData("a:", "True", "BQ8mKw==", "T9RqQrR1d/vMSax3dDMh5w==")]
    [InlineData(":", " a comment", "cRxzLWXKK7b6jg==", "FBUl+NXJtv9EmldW+TDSNA==")]
    public void Seals_as_OpenSSL_does_with_a_vector_of_32_bytes(string bound, string plain, string data, string tag)
    {
        var (actualData, actualTag) = AesGcm256.Seal(Key, Iv, Bytes(bound), Bytes(plain));

        Assert.Equal(data, Convert.ToBase64String(actualData));
        Assert.Equal(tag, Convert.ToBase64String(actualTag));
        Assert.Equal(Bytes(plain), AesGcm256.Open(Key, Iv, Bytes(bound), actualData, actualTag));
    }

    [Theory]
    [InlineData(1, "5QQnVXU=", "Ba3QtjCPICxocvQgFQpmYA==")]
    [InlineData(16, "nb/Xfe0=", "jLfSHTHx3qGsTb2rEE7g/w==")]
    [InlineData(33, "RhUi/18=", "o0Q4wHoaVF/V8ItVhDBPeQ==")]
    public void Opens_values_with_vectors_of_other_lengths(int length, string data, string tag)
    {
        var iv = Enumerable.Repeat((byte)9, length).ToArray();

        var plain = AesGcm256.Open(Key, iv, Bytes("x:"), Convert.FromBase64String(data), Convert.FromBase64String(tag));

        Assert.Equal(Bytes("value"), plain);
    }

    [Fact]
    public void Refuses_what_was_changed_anywhere()
    {
        var (data, tag) = AesGcm256.Seal(Key, Iv, Bytes("a:"), Bytes("secret"));

        Assert.Null(AesGcm256.Open(Flip(Key), Iv, Bytes("a:"), data, tag));
        Assert.Null(AesGcm256.Open(Key, Flip(Iv), Bytes("a:"), data, tag));
        Assert.Null(AesGcm256.Open(Key, Iv, Bytes("b:"), data, tag));
        Assert.Null(AesGcm256.Open(Key, Iv, Bytes("a:"), Flip(data), tag));
        Assert.Null(AesGcm256.Open(Key, Iv, Bytes("a:"), data, Flip(tag)));
        Assert.Null(AesGcm256.Open(Key, Iv, Bytes("a:"), data, tag[..12]));
        Assert.Null(AesGcm256.Open(Key, [], Bytes("a:"), data, tag));
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static byte[] Flip(byte[] bytes)
    {
        var copy = (byte[])bytes.Clone();
        copy[0] ^= 1;
        return copy;
    }
}
