using HomeOps.Cluster.Tests.Reading;
using HomeOps.Jinja.Values;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Cluster.Tests.TemplateDataOf;

public sealed class TemplateDataTests
{
    [Fact]
    public void Every_key_has_a_value_for_templates_when_only_the_required_ones_are_given() =>
        Golden.Verify("defaults.expected.txt", Printed(BrokenInputTests.ReadGood()));

    [Fact]
    public void Every_key_that_is_given_reaches_the_templates() =>
        Golden.Verify(
            "everything.expected.txt",
            Printed(ClusterReader.Read(Input("everything.cluster.yaml"), Input("everything.nodes.yaml")))
        );

    private static SourceText Input(string name) => new(name, File.ReadAllText(Golden.Path(name)));

    private static string Printed(ClusterReading reading)
    {
        Assert.Equal("", BrokenInputTests.Printed(reading.Findings.Where(static f => f.Severity > Severity.Note)));
        return string.Concat(
            HomeOps
                .Cluster.TemplateData.Of(Assert.IsType<ClusterModel>(reading.Model))
                .Entries.Select(static e => $"{e.Key.AsText} = {PyText.Repr(e.Value)}\n")
        );
    }
}
