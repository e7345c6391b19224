using System.Text;
using CsCheck;
using HomeOps.Text;

namespace HomeOps.Flux.Tests.Substituting;

public sealed class SubstitutionTests
{
    [Theory]
    [InlineData("plain $ text $A $(A) %{A}", "plain $ text $A $(A) %{A}")]
    [InlineData("${NAME}", "web")]
    [InlineData("a${NAME}b${NAME}c", "awebbwebc")]
    [InlineData("${GONE:=d}", "d")]
    [InlineData("${GONE:-d}${GONE=d}${GONE:?d}${GONE:+d}", "dddd")]
    [InlineData("${EMPTY:=d}", "d")]
    [InlineData("${NAME:=d}", "web")]
    [InlineData("${GONE:=${NAME}-s}", "web-s")]
    [InlineData("${GONE:=a}b}", "ab}")]
    [InlineData("$${NAME}", "${NAME}")]
    [InlineData("$$$${NAME}", "$${NAME}")]
    [InlineData("$$", "$")]
    [InlineData("${GONE:=$$}", "$$")]
    [InlineData(@"\${NAME}", @"\web")]
    [InlineData("${#NAME}", "3")]
    [InlineData("${#UMLAUT}", "4")]
    [InlineData("${NAME:1}", "eb")]
    [InlineData("${NAME:1:1}", "e")]
    [InlineData("${NAME:9}", "")]
    [InlineData("${NAME:-9:1}", "web")]
    [InlineData("${NAME: -1}", "web")]
    [InlineData("${NAME:0:-1}", "")]
    [InlineData("${NAME^}", "Web")]
    [InlineData("${NAME^^}", "WEB")]
    [InlineData("${UMLAUT,,}", "äö")]
    [InlineData("${UMLAUT,}", "äÖ")]
    [InlineData("${PATH#*/}", "local/lib.tar.gz")]
    [InlineData("${PATH##*/}", "lib.tar.gz")]
    [InlineData("${PATH%.*}", "usr/local/lib.tar")]
    [InlineData("${PATH%%.*}", "usr/local/lib")]
    [InlineData("${PATH#[t-v]?r}", "/local/lib.tar.gz")]
    [InlineData("${PATH#[^a-f]}", "sr/local/lib.tar.gz")]
    [InlineData("${PATH#[}", "usr/local/lib.tar.gz")]
    [InlineData("${PATH/l/L}", "usr/Local/lib.tar.gz")]
    [InlineData("${PATH//l/L}", "usr/LocaL/Lib.tar.gz")]
    [InlineData(@"${PATH//\//-}", "usr-local-lib.tar.gz")]
    [InlineData("${PATH/#usr/opt}", "opt/local/lib.tar.gz")]
    [InlineData("${PATH/%gz/xz}", "usr/local/lib.tar.xz")]
    [InlineData("${PATH/local//}", "usr//lib.tar.gz")]
    public void Puts_in_values(string text, string expected) => Assert.Equal(expected, Evaluate(text).Text);

    [Theory]
    [InlineData("a ${NAME^x}", "t:1:3: error HO0901: this substitution is not valid")]
    [InlineData("${NAME/a}", "t:1:1: error HO0901: this substitution is not valid")]
    [InlineData("${#}", "t:1:1: error HO0901: this substitution is not valid")]
    [InlineData("é\n  ${a.b}", "t:2:3: error HO0902: this substitution has no closing '}' where one is needed")]
    [InlineData("${NAME-x}", "t:1:1: error HO0902: this substitution has no closing '}' where one is needed")]
    [InlineData("${NAME", "t:1:1: error HO0902: this substitution has no closing '}' where one is needed")]
    [InlineData("${{ github.ref }}", "t:1:1: error HO0903: no name of a variable stands behind '${'")]
    [InlineData("${NAME:}", "t:1:1: error HO0904: an argument of this substitution is missing")]
    [InlineData("${NAME:=x", "t:1:1: error HO0904: an argument of this substitution is missing")]
    [InlineData("${GONE}", "t:1:1: error HO0905: variable 'GONE' is not set")]
    [InlineData("${NAME:=${GONE}}", "t:1:9: error HO0905: variable 'GONE' is not set")]
    public void Says_what_is_wrong(string text, string expected) =>
        Assert.Equal(expected, Evaluate(text).Error?.ToString());

    [Fact]
    public void Lax_substitution_takes_what_is_not_set_for_empty() =>
        Assert.Equal("[]", Evaluate("[${GONE}]", isStrict: false).Text);

    [Fact]
    public void A_substring_may_cut_a_character() => Assert.Equal([0x84], Evaluate("${UMLAUT:1:1}").Bytes);

    [Fact]
    public void Deep_nesting_is_an_error() =>
        Assert.Equal("HO0901", Evaluate(string.Concat(Enumerable.Repeat("${GONE:=", 100_000))).Error?.Code);

    [Fact]
    public void No_text_crashes() =>
        Gen.String[Gen.Char["${}#%/:=-^,*[]\\?+NAME_1é \n"], 0, 40]
            .Sample(
                text =>
                {
                    var result = Evaluate(text);
                    Assert.True(result.Bytes is null != result.Error is null);
                },
                iter: 20000
            );

    [Fact]
    public void A_text_without_dollar_stays_as_it_is() =>
        Gen.String[Gen.Char["ab{}\\é\n"], 0, 40]
            .Sample(text => Encoding.UTF8.GetString(Evaluate(text).Bytes ?? []) == text);

    private static SubstitutionResult Evaluate(string text, bool isStrict = true) =>
        Substitution.Evaluate(
            new SourceText("t", text),
            static name =>
                name switch
                {
                    "NAME" => "web",
                    "EMPTY" => "",
                    "UMLAUT" => "ÄÖ",
                    "PATH" => "usr/local/lib.tar.gz",
                    _ => null,
                },
            isStrict
        );
}
