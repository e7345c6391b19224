using System.Text;
using CsCheck;

namespace HomeOps.Age.Tests;

public sealed class ArmorTests
{
    private const string Begin = "-----BEGIN AGE ENCRYPTED FILE-----\n";
    private const string End = "-----END AGE ENCRYPTED FILE-----\n";
    private const string Full = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";

    [Fact]
    public void What_was_armored_comes_out_again() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Bool)
            .Sample(
                (bytes, crlf) =>
                {
                    var output = new MemoryStream();
                    var writer = new ArmorWriter(output);
                    writer.Write(bytes.AsSpan(0, bytes.Length / 2));
                    writer.Write(bytes.AsSpan(bytes.Length / 2));
                    writer.Finish();
                    var text = Encoding.ASCII.GetString(output.ToArray());

                    Assert.Equal(bytes, Read(crlf ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text));
                    Assert.All(text.Split('\n'), static l => Assert.InRange(l.Length, 0, 64));
                }
            );

    [Theory]
    [InlineData(Begin + End)]
    [InlineData(" \r\n\t" + Begin + End + " \n\n")]
    [InlineData(Begin + "-----END AGE ENCRYPTED FILE-----")]
    public void White_space_around_is_tolerated(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData(Begin)]
    [InlineData(Begin + Full)]
    [InlineData(Begin + "\n" + End)]
    [InlineData(Begin + Full + "\n" + End)]
    [InlineData(Begin + "AAAA\nAAAA\n" + End)]
    [InlineData(Begin + "AAAA\n" + Full + End)]
    [InlineData(Begin + "AA==\nAAAA\n" + End)]
    [InlineData(Begin + "AA\n" + End)]
    [InlineData(Begin + "AB==\n" + End)]
    [InlineData(Begin + " AAAA\n" + End)]
    [InlineData(Begin + "AAAA \n" + End)]
    [InlineData(Begin + "AAAA" + Full + End)]
    [InlineData(Begin + "Key: value\n" + End)]
    [InlineData(Begin + "AAAA\n=AAAA\n" + End)]
    [InlineData(Begin + End + "x")]
    [InlineData(Begin + "-----END AGE ENCRYPTED FILE----- x\n")]
    [InlineData(Begin + "-----End AGE ENCRYPTED FILE-----\n")]
    [InlineData("-----BEGIN AGE ENCRYPTED MESSAGE-----\n" + End)]
    [InlineData("-----BEGIN AGE ENCRYPTED FILE----- \n" + End)]
    [InlineData("----- BEGIN AGE ENCRYPTED FILE -----\n" + End)]
    [InlineData("enc: |\n" + Begin + End)]
    public void Anything_else_is_refused(string text)
    {
        var failure = Assert.Throws<AgeException>(() => Read(text));

        Assert.Equal(AgeFailure.ArmorFailure, failure.Failure);
        Assert.Equal("HO0536", failure.Diagnostic.Code);
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void White_space_around_has_a_limit(int count, bool fits)
    {
        var blanks = new string('\n', count);

        Assert.Equal(fits, Record.Exception(() => Read(blanks + Begin + End.TrimEnd())) is null);
        Assert.Equal(fits, Record.Exception(() => Read(Begin + End.TrimEnd() + "\n" + blanks)) is null);
    }

    private static byte[] Read(string text)
    {
        var source = ArmorDetection.Open(new MemoryStream(Encoding.ASCII.GetBytes(text)));
        var output = new MemoryStream();
        while (source.ReadByte() is >= 0 and var b)
        {
            output.WriteByte((byte)b);
        }

        return output.ToArray();
    }
}
