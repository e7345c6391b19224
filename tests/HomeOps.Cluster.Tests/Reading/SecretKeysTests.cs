using CsCheck;
using HomeOps.Text;

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
    [InlineData("cloudflare_token: \"\"\nb: 2\n", "cloudflare_token: \"\"\nb: 2\n")]
    [InlineData("cloudflare_token: '' # abc\n", "cloudflare_token: '' * ***\n")]
    [InlineData("cloudflare_token: null\n", "cloudflare_token: null\n")]
    [InlineData("{cloudflare_token: ~, notification_token: abc}", "{cloudflare_token: ~* ******************* ****")]
    [InlineData("cloudflare_token: \"\"\n  abc\n", "cloudflare_token: \"\"\n  ***\n")]
    [InlineData("cloudflare_token: ''''\n", "cloudflare_token: ****\n")]
    [InlineData("cloudflare_token: nullify\n", "cloudflare_token: *******\n")]
    public void The_value_behind_a_secret_key_is_hidden_and_no_offset_moves(string text, string masked) =>
        Assert.Equal(masked, SecretKeys.Mask(text));

    [Fact]
    public void What_stands_behind_an_unknown_or_repeated_key_is_not_shown()
    {
        var text =
            BrokenInputTests.Input("good", "cluster.yaml").Text
            + "cloudflare_tokn: very-secret\nmy_password: very-secret\nmy_password: very-secret\n";

        var reading = ClusterReader.Read(new SourceText("cluster.yaml", text), null);

        Assert.Equal(3, reading.Findings.Count);
        Assert.DoesNotContain("very-secret", BrokenInputTests.Printed(reading.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void No_damage_to_the_other_lines_crashes_the_reader_or_shows_a_secret()
    {
        var (cluster, nodes) = (Lines("cluster.yaml"), BrokenInputTests.Input("good", "nodes.yaml").Text);
        var secret = Array.FindIndex(cluster, static l => l.StartsWith("cloudflare_token", StringComparison.Ordinal));
        Gen.Select(
                Gen.Int[0, secret - 1],
                Gen.Int[0, 40],
                Gen.Char["-:#&*!|>'\"%@`{}[], \t\n~0a"],
                Gen.Int[0, nodes.Length - 1]
            )
            .Sample(
                (line, column, character, at) =>
                {
                    var damaged = (string[])cluster.Clone();
                    damaged[line] = damaged[line].Insert(Math.Min(column, damaged[line].Length), character.ToString());
                    var reading = ClusterReader.Read(
                        new SourceText("cluster.yaml", string.Join('\n', damaged)),
                        new SourceText("nodes.yaml", nodes.Insert(at, character.ToString()))
                    );
                    Assert.DoesNotContain(
                        "a-token-for-tests",
                        BrokenInputTests.Printed(reading.Findings),
                        StringComparison.Ordinal
                    );
                }
            );
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    public void A_byte_order_mark_and_line_ends_of_Windows_are_no_mistake(string start, string lineEnd)
    {
        var text = start + string.Join(lineEnd, Lines("cluster.yaml"));

        Assert.Empty(
            ClusterReader
                .Read(new SourceText("cluster.yaml", text), BrokenInputTests.Input("good", "nodes.yaml"))
                .Findings
        );
    }

    private static string[] Lines(string file) => BrokenInputTests.Input("good", file).Text.Split('\n');

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
