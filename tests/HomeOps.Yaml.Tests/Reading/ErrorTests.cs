using HomeOps.Text;

namespace HomeOps.Yaml.Tests.Reading;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("a:\n\tb: 1\n", "2:1", "HO0201", "a tab is used for indentation")]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "3:1", "HO0201", "a tab is used for indentation")]
    [InlineData("a: b\n\tc\n", "2:1", "HO0201", "a tab is used for indentation")]
    [InlineData("a: b: c\n", "1:5", "HO0202", "a mapping value is not allowed here")]
    [InlineData("a: 1\n  b: 2\n", "2:4", "HO0202", "a mapping value is not allowed here")]
    [InlineData("a: [b, c\n", "1:4", "HO0203", "'[' is never closed")]
    [InlineData("a: {b: [c]\n", "1:4", "HO0203", "'{' is never closed")]
    [InlineData("a: [b\n---\n", "1:4", "HO0203", "'[' is never closed")]
    [InlineData("a: \"b\nc: d\n", "1:4", "HO0204", "this quoted text is never closed")]
    [InlineData("a: 'b\n", "1:4", "HO0204", "this quoted text is never closed")]
    [InlineData("a: 'b\n---\nc'\n", "1:4", "HO0204", "this quoted text is never closed")]
    [InlineData("a: 1\n- b\n", "2:1", "HO0205", "this line does not fit the block above it: a key was expected")]
    [InlineData("- a\nb: 1\n", "2:1", "HO0205", "this line does not fit the block above it: '-' was expected")]
    [InlineData("a: 1\nb\nc: 2\n", "2:1", "HO0206", "this key has no ':'")]
    [InlineData("a: *x\n", "1:4", "HO0207", "there is no anchor of this name above this alias")]
    [InlineData("a: &x\n  b: *x\n", "2:6", "HO0208", "alias '*x' stands inside the node it refers to")]
    [InlineData("a: !e!f x\n", "1:4", "HO0209", "this tag handle is not defined")]
    [InlineData("a: \"\\q\"\n", "1:5", "HO0210", "this escape is not known")]
    [InlineData("a: \"\\x4\"\n", "1:5", "HO0210", "this escape is not known")]
    [InlineData("a: \"\\ud800x\"\n", "1:5", "HO0210", "this escape is not known")]
    [InlineData("a: b\u0007\n", "1:5", "HO0213", "character U+0007 is not allowed")]
    [InlineData("a: 'b\0'\n", "1:6", "HO0213", "character U+0000 is not allowed")]
    [InlineData("a: |x\n  b\n", "1:4", "HO0214", "this block scalar header is not valid")]
    [InlineData("a: |0\n  b\n", "1:4", "HO0214", "this block scalar header is not valid")]
    [InlineData("a: |#c\n  b\n", "1:4", "HO0214", "this block scalar header is not valid")]
    [InlineData("a: @b\n", "1:4", "HO0215", "a value cannot begin with '@'")]
    [InlineData("a: `b`\n", "1:4", "HO0215", "a value cannot begin with '`'")]
    [InlineData("a: %b\n", "1:4", "HO0215", "a value cannot begin with '%'")]
    [InlineData("a: - b\n", "1:4", "HO0216", "a list item is not allowed here")]
    [InlineData("a: [- b]\n", "1:5", "HO0216", "a list item is not allowed here")]
    [InlineData("a: & b\n", "1:4", "HO0217", "this anchor has no name")]
    [InlineData("a: * b\n", "1:4", "HO0217", "this alias has no name")]
    [InlineData("a: !<x y\n", "1:4", "HO0218", "this tag is not valid")]
    [InlineData("a: !e%zz b\n", "1:4", "HO0218", "this tag is not valid")]
    [InlineData("%YAML\n---\n", "1:1", "HO0219", "this directive is not valid")]
    [InlineData("%YAML 2.0\n---\n", "1:1", "HO0219", "this directive is not valid")]
    [InlineData("%YAML 1.2\n%YAML 1.2\n---\n", "2:1", "HO0219", "this directive is not valid")]
    [InlineData("%YAML 1.2\na: 1\n", "2:1", "HO0220", "this does not belong to the document above")]
    [InlineData("'a'\n'b'\n", "2:1", "HO0220", "this does not belong to the document above")]
    [InlineData("a: [b c: d]\n", "", "", "")]
    [InlineData("a: ['b' 'c']\n", "1:9", "HO0221", "',' or ']' was expected")]
    [InlineData("a: {'b': c 'd'}\n", "", "", "")]
    [InlineData("a: {'b': 'c' 'd'}\n", "1:14", "HO0221", "',' or '}' was expected")]
    [InlineData("a: b]\nc: ]\n", "2:4", "HO0222", "']' closes nothing")]
    [InlineData("a: [b, , c]\n", "1:8", "HO0223", "a value was expected")]
    [InlineData("a: ? b\n", "1:4", "HO0224", "a key is not allowed here")]
    [InlineData("a: &x &y b\n", "1:7", "HO0225", "a value has one anchor only")]
    [InlineData("a: !x !y b\n", "1:7", "HO0225", "a value has one tag only")]
    public void A_mistake_is_named_with_its_place(string text, string place, string code, string message)
    {
        var diagnostics = Shape.Read(text).Diagnostics;
        if (code.Length == 0)
        {
            Assert.Empty(diagnostics);
            return;
        }

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(Severity.Error, diagnostic.Severity);
        Assert.Equal((code, message), (diagnostic.Code, diagnostic.Message));
        Assert.Equal("t.yaml:" + place, diagnostic.Location?.ToString());
    }

    [Theory]
    [InlineData("a:\n\tb: 1\n", "indent with blanks; YAML does not allow tabs here")]
    [InlineData(
        "a: b: c\n",
        "put the text before this ':' in quotes if it is one value, or begin the nested key on a line of its own"
    )]
    [InlineData("a: [b\n", "add the closing bracket")]
    [InlineData("a: \"b\n", "add the closing '\"'; write '\\\"' for a quote inside")]
    [InlineData("a: 'b\n", "add the closing \"'\"; write \"''\" for a quote inside")]
    [InlineData("a: 1\nb\nc: 2\n", "write 'key: value', with a blank behind the colon")]
    [InlineData(
        "a: *x\n",
        "define it first, as in '&name value', or put the value in quotes if it should begin with '*'"
    )]
    [InlineData(
        "a: !e!f x\n",
        "declare it with '%TAG !handle! prefix' before '---', or put the value in quotes if it should begin with '!'"
    )]
    [InlineData("a: \"\\q\"\n", "in double quotes write '\\\\' for a backslash, or use single quotes")]
    [InlineData("a: ['b'\n'c']\n", "separate the items with commas, and close the bracket of line 1")]
    [InlineData("a: @b\n", "put the value in quotes")]
    public void A_mistake_comes_with_advice(string text, string hint) =>
        Assert.Equal(hint, Assert.Single(Shape.Read(text).Diagnostics).Hint);

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_character()
    {
        var diagnostic = Assert.Single(Shape.Read("a: \ud800\n").Diagnostics);

        Assert.Equal("t.yaml:1:4: error HO0213: character U+D800 is not allowed", diagnostic.ToString());
    }

    [Fact]
    public void Limits_are_named()
    {
        var large = YamlReader.Read(new SourceText("t", "abc"), new YamlReadOptions { MaxBytes = 2 });
        var deep = YamlReader.Read(new SourceText("t", "[[a]]"), new YamlReadOptions { MaxDepth = 1 });

        Assert.Equal("the text is larger than 2 bytes", Assert.Single(large.Diagnostics).Message);
        Assert.Equal("collections are nested deeper than 1 levels", Assert.Single(deep.Diagnostics).Message);
    }

    [Fact]
    public void Marks_of_a_merge_are_named_as_such()
    {
        const string Text = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> update\nc: 4\n";

        var error = Assert.Single(YamlReader.Read(new SourceText("a.yaml", Text)).Diagnostics);

        Assert.Equal(
            "a.yaml:2:1: error HO0229: a merge is not finished here: both sides stand in the file",
            error.ToString()
        );
        Assert.Equal(
            "keep one side, or both, and remove the lines that begin with '<<<<<<<', '=======' and '>>>>>>>'",
            error.Hint
        );
    }

    [Theory]
    [InlineData("a: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> update\n", 0)]
    [InlineData("a: b: c\n=======\n", 1)]
    public void Lines_that_look_like_one_of_them_are_no_merge(string text, int errors) =>
        Assert.Equal(
            errors,
            YamlReader.Read(new SourceText("a.yaml", text)).Diagnostics.Count(static d => d.Code == "HO0202")
        );
}
