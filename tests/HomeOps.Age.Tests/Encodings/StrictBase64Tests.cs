using System.Text;
using CsCheck;

namespace HomeOps.Age.Tests;

public sealed class StrictBase64Tests
{
    [Fact]
    public void What_was_written_is_read_back_with_and_without_padding() =>
        Gen
            .Byte.Array[0, 100]
            .Sample(bytes =>
            {
                Assert.Equal(bytes, StrictBase64.Decode(Encoding.ASCII.GetBytes(StrictBase64.Encode(bytes))));
                Assert.Equal(bytes, StrictBase64.DecodePadded(Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes))));
            });

    [Fact]
    public void A_text_that_is_read_is_the_only_one_for_its_bytes() =>
        Gen.Char["AQgwZ+/ab9="]
            .Array[0, 6]
            .Select(static c => new string(c))
            .Sample(
                text =>
                {
                    if (StrictBase64.Decode(Encoding.ASCII.GetBytes(text)) is { } bytes)
                    {
                        Assert.Equal(text, StrictBase64.Encode(bytes));
                    }

                    if (StrictBase64.DecodePadded(Encoding.ASCII.GetBytes(text)) is { } padded)
                    {
                        Assert.Equal(text, Convert.ToBase64String(padded));
                    }
                },
                iter: 5000
            );

    [Theory]
    [InlineData("A")]
    [InlineData("AB")]
    [InlineData("AAB")]
    [InlineData("AA==")]
    [InlineData("AA A")]
    [InlineData("AA-_")]
    [InlineData("AAA\n")]
    public void Text_that_is_not_canonical_is_refused(string text) =>
        Assert.Null(StrictBase64.Decode(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("AA")]
    [InlineData("AA=")]
    [InlineData("A===")]
    [InlineData("====")]
    [InlineData("AB==")]
    [InlineData("AA=A")]
    public void Text_with_wrong_padding_is_refused(string text) =>
        Assert.Null(StrictBase64.DecodePadded(Encoding.ASCII.GetBytes(text)));
}
