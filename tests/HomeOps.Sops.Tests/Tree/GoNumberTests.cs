using HomeOps.Sops.Tree;

namespace HomeOps.Sops.Tests.Tree;

public sealed class GoNumberTests
{
    [Theory]
    [InlineData(1.0, "1")]
    [InlineData(-0.0, "-0")]
    [InlineData(1.5, "1.5")]
    [InlineData(-2.25, "-2.25")]
    [InlineData(1e21, "1000000000000000000000")]
    [InlineData(1.25e-7, "0.000000125")]
    [InlineData(123456789.125, "123456789.125")]
    [InlineData(0.1, "0.1")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    public void Encrypted_numbers_never_have_an_exponent(double value, string text)
    {
        Assert.Equal(text, GoNumber.Fixed(value));
        Assert.Equal(value, GoNumber.Parse(text));
    }

    [Fact]
    public void The_smallest_number_has_all_its_zeros() =>
        Assert.Equal("0." + new string('0', 323) + "5", GoNumber.Fixed(5e-324));

    [Theory]
    [InlineData(1.0, "1")]
    [InlineData(1e-6, "0.000001")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1.5e-10, "1.5e-10")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(-2.5e300, "-2.5e+300")]
    public void JSON_numbers_have_one_where_Go_writes_one(double value, string text) =>
        Assert.Equal(text, GoNumber.Json(value));

    [Theory]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("one")]
    public void Other_texts_are_no_numbers(string text) => Assert.Null(GoNumber.Parse(text));
}
