namespace HomeOps.Yaml.Tests.Resolving;

public sealed class PyYamlResolverTests
{
    [Theory]
    [InlineData("yes", "Bool True")]
    [InlineData("Off", "Bool False")]
    [InlineData("ON", "Bool True")]
    [InlineData("oN", "String oN")]
    [InlineData("y", "String y")]
    [InlineData("True", "Bool True")]
    [InlineData("tRue", "String tRue")]
    [InlineData("", "Null")]
    [InlineData("~", "Null")]
    [InlineData("NULL", "Null")]
    [InlineData("nULL", "String nULL")]
    [InlineData("0", "Int 0")]
    [InlineData("010", "Int 8")]
    [InlineData("-010", "Int -8")]
    [InlineData("08", "String 08")]
    [InlineData("0o10", "String 0o10")]
    [InlineData("0x1F", "Int 31")]
    [InlineData("0b11", "Int 3")]
    [InlineData("1__0", "Int 10")]
    [InlineData("1_000", "Int 1000")]
    [InlineData("99999999999999999999", "Int 99999999999999999999")]
    [InlineData("-9223372036854775808", "Int -9223372036854775808")]
    [InlineData("0x123456789abcdef0123456789", "Int 90144042682896311822508713865")]
    [InlineData("12:34:56", "Int 45296")]
    [InlineData("1:60", "String 1:60")]
    [InlineData("00:11:22:33:44:55", "String 00:11:22:33:44:55")]
    [InlineData("10:20:30:40:50:10", "Int 8041827010")]
    [InlineData("190:20:30.15", "Float 685230.15")]
    [InlineData("1e3", "String 1e3")]
    [InlineData("1.5e3", "String 1.5e3")]
    [InlineData("1.5e+3", "Float 1500")]
    [InlineData(".5", "Float 0.5")]
    [InlineData("-.5", "String -.5")]
    [InlineData("1.", "Float 1")]
    [InlineData("-.inf", "Float -Infinity")]
    [InlineData(".NaN", "Float NaN")]
    [InlineData("1.10", "Float 1.1")]
    [InlineData("10.0.50.1", "String 10.0.50.1")]
    [InlineData("2024-01-02", "Date 2024-01-02")]
    [InlineData("2024-1-2", "String 2024-1-2")]
    [InlineData("2024-01-02T03:04:05Z", "Timestamp 2024-01-02 03:04:05.000000 00:00:00")]
    [InlineData("2024-1-2 3:04:05.5", "Timestamp 2024-01-02 03:04:05.500000 none")]
    [InlineData("2024-01-02 03:04:05 -5:30", "Timestamp 2024-01-02 03:04:05.000000 -05:30:00")]
    [InlineData("<<", "Merge <<")]
    [InlineData("v1.36.4", "String v1.36.4")]
    public void Plain_text_is_what_PyYAML_takes_it_for(string text, string expected) =>
        Assert.Equal(expected, Show.Value(YamlResolver.PyYaml.Resolve(new YamlScalar(text))));

    [Theory]
    [InlineData("!!str 1", "String 1")]
    [InlineData("!!int \"5\"", "Int 5")]
    [InlineData("!!float 5", "Float 5")]
    [InlineData("!!bool \"yes\"", "Bool True")]
    [InlineData("!!null x", "Null")]
    [InlineData("!!timestamp 2024-1-2", "Date 2024-01-02")]
    [InlineData("!!binary aGk=", "Binary 6869")]
    [InlineData("!!binary \"aG\\n k=\"", "Binary 6869")]
    [InlineData("\"1\"", "String 1")]
    [InlineData("'yes'", "String yes")]
    [InlineData("|\n  1", "String 1")]
    [InlineData("! \"1\"", "Int 1")]
    public void Tags_and_quotes_decide_first(string text, string expected) =>
        Assert.Equal(expected, Show.Value(YamlResolver.PyYaml.Resolve(Assert.IsType<YamlScalar>(Shape.Root(text)))));

    [Theory]
    [InlineData("=", "'=' has no value of its own")]
    [InlineData("2024-02-30", "the text is written like a date or time but is none")]
    [InlineData("0x_", "the text is written like a number but is none")]
    [InlineData("!!int abc", "the text does not fit the tag !!int")]
    [InlineData("!!bool x", "the text does not fit the tag !!bool")]
    [InlineData("!local x", "this tag is not known")]
    [InlineData("!!binary a", "the text is not base64")]
    public void What_PyYAML_refuses_is_refused(string text, string message)
    {
        var scalar = Assert.IsType<YamlScalar>(Shape.Root(text));

        var error = Assert.Throws<FormatException>(() => YamlResolver.PyYaml.Resolve(scalar));
        Assert.Equal(message, error.Message);
    }
}
