using System.Text.RegularExpressions;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Cluster.Tests.Reading;

/// <summary>docs/cluster-yaml.md has a row for each key, and for no other.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_key_has_its_row_with_its_requirement()
    {
        var findings = new DiagnosticBag();
        var cluster = Reader(findings);
        ClusterFile.Read(cluster);
        var node = Reader(findings);
        NodesFile.ReadKeys(node, "nodes[0]");
        cluster.Finish();
        node.Finish();
        var required = findings.Select(static f => f.Message.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);

        var rows = Rows().Matches(File.ReadAllText(Golden.Path("../../../docs/cluster-yaml.md")));

        Assert.Equal(
            cluster.Asked.Concat(node.Asked).Order(StringComparer.Ordinal),
            rows.Select(static r => r.Groups[1].Value).Order(StringComparer.Ordinal)
        );
        Assert.All(rows, r => Assert.Equal(required.Contains(r.Groups[1].Value), r.Groups[2].Value == "yes"));
    }

    private static MappingReader Reader(DiagnosticBag findings) =>
        new([], new SourceText("f", ""), "", Location.OfFile("f"), findings);

    [GeneratedRegex("^\\| `([a-z_]+)` \\| ([^|]*?) *\\|.*\\|.*\\|.*\\|$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
