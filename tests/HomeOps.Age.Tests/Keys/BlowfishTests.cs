namespace HomeOps.Age.Tests;

public sealed class BlowfishTests
{
    [Fact]
    public void The_state_begins_with_the_digits_of_pi()
    {
        var words = Blowfish.InitialState();

        Assert.Equal(18 + 1024, words.Length);
        Assert.Equal([0x243F6A88u, 0x85A308D3u, 0x13198A2Eu, 0x03707344u], words[..4]);
        Assert.Equal(0x3AC372E6u, words[^1]);
    }

    [Fact]
    public void A_block_is_encrypted_as_Schneier_published_it()
    {
        // Key and block of zeros, from the test vectors of the cipher's author.
        var cipher = new Blowfish(Blowfish.InitialState());
        cipher.Expand(new byte[8], []);
        var left = 0u;
        var right = 0u;

        cipher.Encrypt(ref left, ref right);

        Assert.Equal((0x4EF99745u, 0x6198DD78u), (left, right));
    }
}
