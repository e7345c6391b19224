using System.Text;
using CsCheck;

namespace HomeOps.Age.Tests;

public sealed class HeaderReaderTests
{
    private const string Mac = "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";

    [Fact]
    public void A_header_is_read_back_as_it_was_written()
    {
        var argument = Gen.Char['!', '~'].Array[1, 70].Select(static c => new string(c));
        var stanza = Gen.Select(argument, argument.Array[0, 3], Gen.Byte.Array[0, 150]);
        stanza
            .Array[1, 5]
            .Sample(written =>
            {
                var header = AgeHeader.Create(
                    [.. written.Select(static s => new Stanza(s.Item1, s.Item2, s.Item3))],
                    new byte[16]
                );
                var output = new MemoryStream();
                header.WriteTo(output);
                output.Write("rest"u8);

                var source = new ByteReader(new MemoryStream(output.ToArray()));
                var read = HeaderReader.Read(source);

                Assert.Equal(written.Select(static s => s.Item1), read.Stanzas.Select(static s => s.Type));
                Assert.Equal(written.Select(static s => s.Item2), read.Stanzas.Select(static s => s.Arguments));
                Assert.Equal(written.Select(static s => s.Item3), read.Stanzas.Select(static s => s.Body));
                Assert.True(read.IsAuthentic(new byte[16]));
                Assert.False(read.IsAuthentic([1, .. new byte[15]]));
                Assert.Equal("rest"u8, source.Peek(10));
            });
    }

    [Fact]
    public void A_body_of_full_lines_ends_with_an_empty_line()
    {
        var output = new MemoryStream();

        AgeHeader.Create([new Stanza("a", ["b"], new byte[48])], new byte[16]).WriteTo(output);

        Assert.StartsWith(
            $"age-encryption.org/v1\n-> a b\n{new string('A', 64)}\n\n--- ",
            Encoding.ASCII.GetString(output.ToArray()),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "HO0532")]
    [InlineData("PK\u0003\u0004", "HO0532")]
    [InlineData("hello\n", "HO0532")]
    [InlineData("age-encryption.org/v2\n", "HO0533")]
    [InlineData("age-encryption.org/v1\r\n", "HO0533")]
    [InlineData("age-encryption.org/v1\n", "HO0534")]
    [InlineData("age-encryption.org/v1\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n-> \n\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n->\n\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a  b\n\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a \n\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\u007f\n\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\r\n\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\nAA==\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\nAB\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\nAA\nAA\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\n" + Mac, "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\n\n-> b\n", "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\n\n---\n", "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\n\n---  AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\n\n--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA \n", "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\n\n--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB\n", "HO0534")]
    [InlineData("age-encryption.org/v1\n-> a\n\n--- AAAA\n", "HO0534")]
    public void A_header_that_breaks_the_format_is_refused(string text, string code)
    {
        var failure = Assert.Throws<AgeException>(() =>
            HeaderReader.Read(new ByteReader(new MemoryStream(Encoding.Latin1.GetBytes(text))))
        );

        Assert.Equal(AgeFailure.HeaderFailure, failure.Failure);
        Assert.Equal(code, failure.Diagnostic.Code);
    }

    [Fact]
    public void A_header_without_an_end_does_not_fill_the_memory()
    {
        var endless = new EndlessStream();

        Assert.Throws<AgeException>(() => HeaderReader.Read(new ByteReader(endless)));

        Assert.InRange(endless.Taken, 1, 17 * 1024 * 1024);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Taken { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            Taken += count;
            return count;
        }
    }
}
