using HomeOps.Text;

namespace HomeOps.Sops.Tests.Formats;

public sealed class OtherFormatsTests : IDisposable
{
    private readonly Household home = new();

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData("a/b.sops.yaml", "yaml")]
    [InlineData("b.yml", "yaml")]
    [InlineData("b.json", "json")]
    [InlineData(".env", "dotenv")]
    [InlineData("b.ini", "ini")]
    [InlineData("tunnel.txt", "binary")]
    public void The_ending_of_the_name_chooses_the_format(string path, string format) =>
        Assert.Equal(format, SopsFormat.For(path).Name);

    [Fact]
    public void JSON_comes_back_with_order_repeated_keys_and_types()
    {
        const string plain = """
            {
            	"b": "x",
            	"a": 9007199254740993,
            	"a": 1.5,
            	"c": [
            		null,
            		true,
            		{},
            		[]
            	],
            	"d": "\u003c\u0026\u003e\u2028 \" \\ \b\f\n\r\t\u0001 ü"
            }

            """;

        var encrypted = SopsFormat.Json.Encrypt(new SourceText("a.json", plain), home.Rule, home.Context);

        Assert.DoesNotContain("9007199254740993", encrypted, StringComparison.Ordinal);
        Assert.Contains(
            "\n\t\"sops\": {\n",
            SopsFormat.Json.Encrypt(
                new SourceText("a.json", plain),
                home.Rule with
                {
                    Indents = StoreIndents.Default,
                },
                home.Context
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(plain, SopsFormat.Json.Decrypt(new SourceText("a.json", encrypted), home.Keys).ToText());
    }

    [Fact]
    public void JSON_is_updated_line_by_line()
    {
        const string plain = "{\n\t\"a\": \"x\",\n\t\"b\": \"y\"\n}\n";
        var encrypted = SopsFormat.Json.Encrypt(new SourceText("a.json", plain), home.Rule, home.Context);
        home.Wait();

        var same = SopsFormat.Json.Update(
            new("a", encrypted),
            new("b", "{\"a\":\"x\",\"b\":\"y\"}"),
            home.Rule,
            home.Keys,
            home.Context
        );
        var other = SopsFormat.Json.Update(
            new("a", encrypted),
            new("b", "{\"a\":\"x\",\"b\":\"z\"}"),
            home.Rule,
            home.Keys,
            home.Context
        );

        Assert.Same(encrypted, same.Text);
        Assert.Equal(["\"b\"", "\"lastmodified\"", "\"mac\""], Lines.Changed(encrypted, other.Text));
    }

    [Fact]
    public void Dotenv_lines_come_back_as_they_were_but_for_empty_ones()
    {
        const string plain = "# comment\nA=1\nB=two words \n\nC=\nD=a=b\nE=x\\ny\nexport F='q'\n";

        var encrypted = SopsFormat.Dotenv.Encrypt(new SourceText(".env", plain), home.Rule, home.Context);

        Assert.Contains("\nsops_age__list_0__map_recipient=age1", encrypted, StringComparison.Ordinal);
        Assert.DoesNotContain("two words", encrypted, StringComparison.Ordinal);
        Assert.Equal(
            plain.Replace("\n\n", "\n", StringComparison.Ordinal),
            SopsFormat.Dotenv.Decrypt(new SourceText(".env", encrypted), home.Keys).ToText()
        );
    }

    [Fact]
    public void INI_sections_and_comments_come_back()
    {
        const string plain = "k = v\n\n; top\n[sec]\n; about a\na = 1\nb = x=y\nc = \n\n[s2]\nd = `#1`\n";

        var encrypted = SopsFormat.Ini.Encrypt(new SourceText("a.ini", plain), home.Rule, home.Context);

        Assert.DoesNotContain("about a", encrypted, StringComparison.Ordinal);
        Assert.Equal(plain, SopsFormat.Ini.Decrypt(new SourceText("a.ini", encrypted), home.Keys).ToText());
    }

    [Fact]
    public void Binary_files_come_back_byte_for_byte()
    {
        var plain = Enumerable.Range(0, 256).Select(static i => (byte)i).ToArray();

        var encrypted = SopsFormat.EncryptBinary("a.bin", plain, home.Rule, home.Context);

        Assert.Equal(plain, SopsFormat.Binary.Decrypt(new SourceText("a.bin", encrypted), home.Keys).ToBytes());
        Assert.DoesNotContain("unencrypted_suffix", encrypted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_that_looks_like_JSON_is_plaintext()
    {
        const string plain = "{\"a\": 1}";

        var encrypted = SopsFormat.Binary.Encrypt(new SourceText("a.txt", plain), home.Rule, home.Context);
        home.Wait();

        Assert.Equal(plain, SopsFormat.Binary.Decrypt(new SourceText("a.txt", encrypted), home.Keys).ToText());
        Assert.Same(
            encrypted,
            SopsFormat
                .Binary.Update(new("a.txt", encrypted), new("a.txt", plain), home.Rule, home.Keys, home.Context)
                .Text
        );
    }

    [Fact]
    public void A_YAML_secret_can_be_read_as_JSON()
    {
        var encrypted = home.Encrypt("a: 1\n# c\nb:\n  # d\n  - x\n  - 1e21\n");

        Assert.Equal(
            "{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    1e+21\n  ]\n}\n",
            SopsFormat
                .Yaml.Decrypt(Household.Source(encrypted), home.Keys)
                .ToText(SopsFormat.Json, new StoreIndents(2, 2))
        );
    }

    [Theory]
    [InlineData("json", "{\"a\": 1", "HO0608")]
    [InlineData("json", "[1]", "HO0604")]
    [InlineData("json", "", "HO0603")]
    [InlineData("json", "{\"sops\": {}}", "HO0602")]
    [InlineData("env", "no equals sign\n", "HO0608")]
    [InlineData("env", "", "HO0603")]
    [InlineData("ini", "[open\n", "HO0608")]
    [InlineData("ini", "word\n", "HO0608")]
    public void Bad_plaintext_is_refused_without_being_shown(string ending, string plain, string code)
    {
        var name = "a." + ending;

        var failure = Assert.Throws<SopsException>(() =>
            SopsFormat.For(name).Encrypt(new SourceText(name, plain), home.Rule, home.Context)
        );

        Assert.Equal(code, failure.Diagnostic.Code);
        var printed = new StringWriter();
        DiagnosticPrinter.Print(printed, failure.Diagnostic);
        Assert.True(plain.Length == 0 || !printed.ToString().Contains(plain.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public void Nested_values_do_not_fit_dotenv_or_the_environment()
    {
        var plain = SopsFormat.Yaml.Decrypt(Household.Source(home.Encrypt("a: x\nb: {c: 1}\n")), home.Keys);

        Assert.Equal(
            "HO0670",
            Assert.Throws<SopsException>(() => plain.ToText(SopsFormat.Dotenv, StoreIndents.Default)).Diagnostic.Code
        );
        Assert.Equal("HO0674", Assert.Throws<SopsException>(plain.ToEnvironment).Diagnostic.Code);
    }

    [Fact]
    public void Numbers_without_end_do_not_fit_JSON()
    {
        var plain = SopsFormat.Yaml.Decrypt(Household.Source(home.Encrypt("a: .inf\n")), home.Keys);

        Assert.Equal(
            "HO0671",
            Assert.Throws<SopsException>(() => plain.ToText(SopsFormat.Json, StoreIndents.Default)).Diagnostic.Code
        );
    }
}
