namespace HomeOps.Yaml.Tests.Reading;

public sealed class CommentTests
{
    // Each line: path of the node, then head | line | foot. "k" is the key, "k=" its value, "." the root, "%" the document.
    [Theory]
    [InlineData("# h\na: 1\n", "a # h||")]
    [InlineData("# d\n\n# h\na: 1\n", "% # d||; a # h||")]
    [InlineData("a: 1 # l\n", "a= |# l|")]
    [InlineData("a: # l\n  b: 1\n", "a |# l|")]
    [InlineData("a:\n  # h\n  b: 1\n", "b # h||")]
    [InlineData("a: 1\n# h\nb: 2\n", "b # h||")]
    [InlineData("x: 0\na: 1\n# f\n\nb: 2\n", "a ||# f")]
    [InlineData("a: 1\n\n# h\nb: 2\n", "b # h||")]
    [InlineData("a: 1\n# f\n", "a ||# f")]
    [InlineData("a: 1\n\n# f\n", "% ||# f")]
    [InlineData("a:\n  b: 1\n  # f\nc: 2\n", "b ||# f")]
    [InlineData("- a # l\n- b\n", "0 |# l|")]
    [InlineData("# h\n- a\n", "0 # h||")]
    [InlineData("- a\n# h\n- b\n", "1 # h||")]
    [InlineData("- # h\n  a: 1\n", "a # h||")]
    [InlineData("# one\n# two\na: 1\n", "a # one\\n# two||")]
    [InlineData("a: | # l\n  x\nb: 1\n", "a= |# l|")]
    [InlineData("a: 'x' # l\n", "a= |# l|")]
    [InlineData("a: \"#no\" # l\n", "a= |# l|")]
    [InlineData("a: {} # l\n", "a= |# l|")]
    [InlineData("a: [1] # l\n", "a= |# l|")]
    [InlineData("a: x#y\n", "")]
    [InlineData("a:\n  - x\n  # h\n  - y\n", "1 # h||")]
    [InlineData("a:\n  - x\n  # f\n\n  - y\n", "0 ||# f")]
    public void Comments_belong_to_the_nodes_that_go_yaml_gives_them(string text, string expected)
    {
        var document = Shape.Document(text);
        var found = new List<string>();
        Add(found, "%", document.Comments);
        Visit(document.Root, ".", found);

        Assert.Equal(expected, string.Join("; ", found));
    }

    private static void Visit(YamlNode? node, string path, List<string> found)
    {
        if (node is null)
        {
            return;
        }

        Add(found, path, node.Comments);
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Add(found, entry.Name ?? "?", entry.Key.Comments);
                    Visit(entry.Value, entry.Name + "=", found);
                }

                break;
            case YamlSequence sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    Visit(sequence.Items[i], $"{i}", found);
                }

                break;
        }
    }

    private static void Add(List<string> found, string path, YamlComments comments)
    {
        if (comments != YamlComments.None)
        {
            var text = $"{comments.Head}|{comments.Line}|{comments.Foot}".Replace(
                "\n",
                "\\n",
                StringComparison.Ordinal
            );
            found.Add($"{path} {text}");
        }
    }
}
