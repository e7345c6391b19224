namespace HomeOps.Yaml.Tests.Writing;

public sealed class GoV2WriterTests
{
    [Theory]
    [InlineData("text", "text")]
    [InlineData("", "\"\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("0644", "\"0644\"")]
    [InlineData("1:30", "\"1:30\"")]
    [InlineData("2001-01-01", "\"2001-01-01\"")]
    [InlineData("<<", "<<")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("it's #1", "'it''s #1'")]
    [InlineData("- x", "'- x'")]
    [InlineData("tab\there", "\"tab\\there\"")]
    [InlineData("a\nb", "|-\n  a\n  b")]
    [InlineData("a\nb\n", "|\n  a\n  b")]
    [InlineData("a\n\n", "|+\n  a\n")]
    [InlineData(" a\nb", "|2-\n   a\n  b")]
    [InlineData("a \nb", "\"a \\nb\"")]
    [InlineData("😀", "\"\\U0001F600\"")]
    [InlineData("é", "é")]
    public void Writes_a_text_in_the_style_it_asks_for(string value, string expected) =>
        Assert.Equal(
            $"k: {expected}\n",
            Write(w =>
            {
                w.BeginMapping();
                w.WriteKey("k");
                w.WriteText(value);
                w.EndMapping();
            })
        );

    [Fact]
    public void Does_not_indent_sequences_below_their_key() =>
        Assert.Equal(
            "a:\n- b: 1\n  c:\n  - - x\n    - {}\n  - []\n",
            Write(w =>
            {
                w.BeginMapping();
                w.WriteKey("a");
                w.BeginSequence();
                w.BeginItem();
                w.BeginMapping();
                w.WriteKey("b");
                w.WriteLiteral("1");
                w.WriteKey("c");
                w.BeginSequence();
                w.BeginItem();
                w.BeginSequence();
                w.BeginItem();
                w.WriteText("x");
                w.BeginItem();
                w.WriteEmptyMapping();
                w.EndSequence();
                w.BeginItem();
                w.WriteEmptySequence();
                w.EndSequence();
                w.EndMapping();
                w.EndSequence();
                w.EndMapping();
            })
        );

    [Fact]
    public void Writes_long_and_multiline_keys_behind_a_question_mark() =>
        Assert.Equal(
            $"? |-\n  a\n  b\n: x\n? {new string('k', 129)}\n: - z\n",
            Write(w =>
            {
                w.BeginMapping();
                w.WriteKey("a\nb");
                w.WriteText("x");
                w.WriteKey(new string('k', 129));
                w.BeginSequence();
                w.BeginItem();
                w.WriteText("z");
                w.EndSequence();
                w.EndMapping();
            })
        );

    [Fact]
    public void Folds_at_the_first_blank_behind_column_80()
    {
        var words = string.Join(' ', Enumerable.Repeat("123456789", 10));
        Assert.Equal(
            $"k: {words[..79]}\n  {words[80..]}\n",
            Write(w =>
            {
                w.BeginMapping();
                w.WriteKey("k");
                w.WriteText(words);
                w.EndMapping();
            })
        );
    }

    [Fact]
    public void Separates_documents()
    {
        var writer = new GoV2Writer();
        foreach (var text in (string[])["a", "b"])
        {
            writer.BeginDocument();
            writer.BeginMapping();
            writer.WriteKey(text);
            writer.WriteLiteral("null");
            writer.EndMapping();
            writer.EndDocument();
        }

        Assert.Equal("a: null\n---\nb: null\n", writer.ToString());
    }

    private static string Write(Action<GoV2Writer> write)
    {
        var writer = new GoV2Writer();
        writer.BeginDocument();
        write(writer);
        writer.EndDocument();
        return writer.ToString();
    }
}
