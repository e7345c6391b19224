using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Cluster.Tests.Reading;

public sealed class OwnTemplatesTests
{
    [Fact]
    public void What_only_the_blueprint_needs_is_a_warning_where_there_are_other_templates()
    {
        var cluster = BrokenInputTests.Input("good", "cluster.yaml").Text;
        var text =
            cluster
                .Replace("10.0.50.100", "10.9.0.100", StringComparison.Ordinal)
                .Replace("example/home-ops", "home-ops", StringComparison.Ordinal)
            + "talos_version: 1.13\nmy_key: 1\noidc_issuer_url: https://id.example.org\n";

        var reading = ClusterReader.Read(
            new SourceText("cluster.yaml", text),
            BrokenInputTests.Input("good", "nodes.yaml"),
            hasOwnTemplates: true
        );

        Assert.NotNull(reading.Model);
        Golden.Verify("own-templates.expected.txt", BrokenInputTests.Printed(reading.Findings));
    }

    [Fact]
    public void What_no_cluster_can_have_stays_an_error()
    {
        var nodes = BrokenInputTests.Input("node-names-duplicate", "nodes.yaml");

        Assert.Null(
            ClusterReader.Read(BrokenInputTests.Input("good", "cluster.yaml"), nodes, hasOwnTemplates: true).Model
        );
    }
}
