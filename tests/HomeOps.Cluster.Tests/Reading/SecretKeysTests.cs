using CsCheck;

namespace HomeOps.Cluster.Tests.Reading;

public sealed class SecretKeysTests
{
    private static readonly string[] Pieces =
    [
        "cloudflare_token:",
        "notification_token",
        ": ",
        "\n",
        " ",
        "x",
        "\r\n",
        "\t",
        "- ",
    ];

    [Theory]
    [InlineData("a: 1\ncloudflare_token: abc # note\nb: 2\n", "a: 1\ncloudflare_token: *** * ****\nb: 2\n")]
    [InlineData("\"cloudflare_token\": 'a b'\n", "\"cloudflare_token\": ** **\n")]
    [InlineData("cloudflare_token: |\n  abc\n\n  def\nb: 2\n", "cloudflare_token: *\n  ***\n\n  ***\nb: 2\n")]
    [InlineData("# notification_url: https://x\n", "# notification_url: *********\n")]
    [InlineData("{a: 1, cloudflare_token: abc}", "{a: 1, cloudflare_token: ****")]
    [InlineData("cloudflare_token", "cloudflare_token")]
    public void The_value_behind_a_secret_key_is_hidden_and_no_offset_moves(string text, string masked) =>
        Assert.Equal(masked, SecretKeys.Mask(text));

    [Fact]
    public void Line_ends_and_length_never_change() =>
        Gen.Int[0, Pieces.Length - 1]
            .Select(static i => Pieces[i])
            .Array.Select(string.Concat)
            .Sample(static text =>
            {
                var masked = SecretKeys.Mask(text);
                Assert.Equal(text.Length, masked.Length);
                Assert.All(
                    text.Select(static (c, i) => (c, i)),
                    p => Assert.Equal(char.IsWhiteSpace(p.c), char.IsWhiteSpace(masked[p.i]))
                );
            });
}
