using System.Numerics;

namespace HomeOps.Yaml.Tests.Writing;

public sealed class YamlScalarsTests
{
    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("", "\"\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("oN", "oN")]
    [InlineData("null", "\"null\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("1", "\"1\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("08", "\"08\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("1:30", "\"1:30\"")]
    [InlineData("1:30.5", "\"1:30.5\"")]
    [InlineData("1:60", "1:60")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("2024-01-02", "\"2024-01-02\"")]
    [InlineData("2024-01-02T03:04:05Z", "\"2024-01-02T03:04:05Z\"")]
    [InlineData("3.13.1", "3.13.1")]
    [InlineData("ENC[AES256_GCM,data:bw==,type:str]", "ENC[AES256_GCM,data:bw==,type:str]")]
    [InlineData(" a", "' a'")]
    [InlineData("a ", "'a '")]
    [InlineData("#a", "'#a'")]
    [InlineData("a #b", "'a #b'")]
    [InlineData("a#b", "a#b")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("a:", "'a:'")]
    [InlineData("a:b", "a:b")]
    [InlineData("- a", "'- a'")]
    [InlineData("-a", "-a")]
    [InlineData("-", "'-'")]
    [InlineData("?", "'?'")]
    [InlineData("---a", "'---a'")]
    [InlineData("...", "'...'")]
    [InlineData("[a]", "'[a]'")]
    [InlineData("{a}", "'{a}'")]
    [InlineData("&a", "'&a'")]
    [InlineData("*a", "'*a'")]
    [InlineData("!a", "'!a'")]
    [InlineData("|a", "'|a'")]
    [InlineData("%a", "'%a'")]
    [InlineData("@a", "'@a'")]
    [InlineData("`a", "'`a'")]
    [InlineData("it's", "it's")]
    [InlineData("'it's", "'''it''s'")]
    [InlineData("\"a", "'\"a'")]
    [InlineData("a\tb", "\"a\\tb\"")]
    [InlineData("\u0001\u007f", "\"\\x01\\x7F\"")]
    [InlineData("a\u00a0b", "a\u00a0b")]
    [InlineData("\u00e4\u4e2d", "\u00e4\u4e2d")]
    [InlineData("\U0001F600", "\"\\U0001F600\"")]
    [InlineData("\uFEFFa", "\"\\uFEFF\\x61\"")]
    [InlineData("a\u0085b", "\"a\\Nb\"")]
    [InlineData("a\rb", "\"a\\rb\"")]
    [InlineData("<<", "!!merge <<")]
    public void A_text_is_quoted_when_it_would_read_as_something_else(string text, string expected) =>
        Assert.Equal(expected + "\n", Written(YamlScalars.String(text)));

    [Theory]
    [InlineData("a\nb\n", "|\n    a\n    b\n")]
    [InlineData("a\nb", "|-\n    a\n    b\n")]
    [InlineData("a\n\n\n", "|+\n    a\n\n\n")]
    [InlineData("\n", "|4+\n\n")]
    [InlineData("\n\nx", "|4-\n\n\n    x\n")]
    [InlineData("  a\nb\n", "|4\n      a\n    b\n")]
    [InlineData("a\n\tb\n", "|\n    a\n    \tb\n")]
    [InlineData("\ta\nb\n", "\"\\ta\\nb\\n\"\n")]
    [InlineData("a \nb\n", "\"a \\nb\\n\"\n")]
    [InlineData("a\nb ", "\"a\\nb \"\n")]
    [InlineData("a\n😀", "\"a\\n\\U0001F600\"\n")]
    public void A_text_of_several_lines_is_a_literal_block_where_it_can_be(string text, string expected) =>
        Assert.Equal(expected, Written(YamlScalars.String(text)));

    public static TheoryData<object?, string> Values =>
        new()
        {
            { null, "null" },
            { true, "true" },
            { 42L, "42" },
            { BigInteger.Parse("99999999999999999999", null), "99999999999999999999" },
            { new DateOnly(2024, 1, 2), "2024-01-02T00:00:00Z" },
            { new YamlTimestamp(new DateTime(2024, 1, 2, 3, 4, 5), null), "2024-01-02T03:04:05Z" },
            {
                new YamlTimestamp(new DateTime(2024, 1, 2, 3, 4, 5).AddMilliseconds(120), TimeSpan.FromMinutes(-330)),
                "2024-01-02T03:04:05.12-05:30"
            },
            { "hi"u8.ToArray(), "hi" },
            { new byte[] { 0xff, 0x00 }, "!!binary /wA=" },
            {
                Enumerable.Repeat((byte)0xff, 60).ToArray(),
                "!!binary |\n    " + new string('/', 70) + "\n    " + new string('/', 10)
            },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void Values_are_written_as_Go_writes_them(object? value, string expected) =>
        Assert.Equal(expected + "\n", Written(YamlScalars.Of(new YamlValue(YamlKind.String, value))));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1, "1")]
    [InlineData(1.5, "1.5")]
    [InlineData(100000, "100000")]
    [InlineData(123456.7, "123456.7")]
    [InlineData(1000000, "1e+06")]
    [InlineData(123456789.125, "1.23456789125e+08")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1e-9, "1e-09")]
    [InlineData(1e30, "1e+30")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(0.1, "0.1")]
    [InlineData(double.NaN, ".nan")]
    [InlineData(double.NegativeInfinity, "-.inf")]
    public void Floats_have_the_fewest_digits(double value, string expected) =>
        Assert.Equal(expected + "\n", Written(YamlScalars.Of(new YamlValue(YamlKind.Float, value))));

    private static string Written(YamlScalar scalar) =>
        YamlWriter.Write([new YamlDocument(new HomeOps.Text.SourceText("t", ""), scalar)], YamlProfile.Sops());
}
