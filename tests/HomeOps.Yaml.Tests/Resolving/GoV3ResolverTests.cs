namespace HomeOps.Yaml.Tests.Resolving;

public sealed class GoV3ResolverTests
{
    [Theory]
    [InlineData("true", "Bool True")]
    [InlineData("FALSE", "Bool False")]
    [InlineData("yes", "String yes")]
    [InlineData("on", "String on")]
    [InlineData("", "Null")]
    [InlineData("~", "Null")]
    [InlineData("Null", "Null")]
    [InlineData("017", "Int 15")]
    [InlineData("0o17", "Int 15")]
    [InlineData("-0o17", "Int -15")]
    [InlineData("08", "Float 8")]
    [InlineData("0b11", "Int 3")]
    [InlineData("-0b11", "Int -3")]
    [InlineData("0XFF", "Int 255")]
    [InlineData("+12", "Int 12")]
    [InlineData("1_000", "Int 1000")]
    [InlineData("_1", "String _1")]
    [InlineData("0b", "String 0b")]
    [InlineData("0x", "String 0x")]
    [InlineData("0o8", "String 0o8")]
    [InlineData("9223372036854775807", "Int 9223372036854775807")]
    [InlineData("18446744073709551615", "Int 18446744073709551615")]
    [InlineData("18446744073709551616", "Float 1.8446744073709552E+19")]
    [InlineData("-9223372036854775809", "Float -9.223372036854776E+18")]
    [InlineData("1.", "Float 1")]
    [InlineData(".5", "Float 0.5")]
    [InlineData("1e3", "Float 1000")]
    [InlineData("12e03", "Float 12000")]
    [InlineData("1_000.5", "Float 1000.5")]
    [InlineData("._5", "String ._5")]
    [InlineData("1e400", "String 1e400")]
    [InlineData("1.2.3", "String 1.2.3")]
    [InlineData("-.Inf", "Float -Infinity")]
    [InlineData("-.nan", "String -.nan")]
    [InlineData("12:34:56", "String 12:34:56")]
    [InlineData("2001-01-01", "Date 2001-01-01")]
    [InlineData("2001-1-1", "Date 2001-01-01")]
    [InlineData("2001-02-30", "String 2001-02-30")]
    [InlineData("2001-12-14t21:59:43.1-05:00", "Timestamp 2001-12-14 21:59:43.100000 -05:00:00")]
    [InlineData("2001-12-14 21:59:43.10", "Timestamp 2001-12-14 21:59:43.100000 none")]
    [InlineData("2001-12-14 21:59:43.10 -5", "String 2001-12-14 21:59:43.10 -5")]
    [InlineData("2001-12-14T21:59:43", "String 2001-12-14T21:59:43")]
    [InlineData("<<", "Merge <<")]
    [InlineData("=", "String =")]
    [InlineData("-", "String -")]
    public void Plain_text_is_what_go_yaml_takes_it_for(string text, string expected) =>
        Assert.Equal(expected, Show.Value(YamlResolver.GoV3.Resolve(new YamlScalar(text))));

    [Theory]
    [InlineData("!!str 1", "String 1")]
    [InlineData("!!int \"5\"", "Int 5")]
    [InlineData("!!float 5", "Float 5")]
    [InlineData("!!float 5.5", "Float 5.5")]
    [InlineData("!!bool true", "Bool True")]
    [InlineData("!!timestamp 2001-01-01", "Date 2001-01-01")]
    [InlineData("!!binary aGk=", "Binary 6869")]
    [InlineData("!local 5", "String 5")]
    [InlineData("\"5\"", "String 5")]
    [InlineData("! 5", "Int 5")]
    [InlineData("! \"5\"", "String 5")]
    [InlineData("!!merge <<", "Merge <<")]
    public void Tags_and_quotes_decide_first(string text, string expected) =>
        Assert.Equal(expected, Show.Value(YamlResolver.GoV3.Resolve(Assert.IsType<YamlScalar>(Shape.Root(text)))));

    [Theory]
    [InlineData("!!int abc")]
    [InlineData("!!int 1.5")]
    [InlineData("!!bool yes")]
    [InlineData("!!null x")]
    [InlineData("!!timestamp x")]
    [InlineData("!!float 18446744073709551615")]
    [InlineData("!!binary \"a k=\"")]
    public void A_tag_that_does_not_fit_is_refused(string text)
    {
        var scalar = Assert.IsType<YamlScalar>(Shape.Root(text));

        Assert.Throws<FormatException>(() => YamlResolver.GoV3.Resolve(scalar));
    }
}
