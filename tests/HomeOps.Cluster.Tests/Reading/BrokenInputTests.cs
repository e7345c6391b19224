using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Cluster.Tests.Reading;

/// <summary>
/// Each folder of Cases/ is a pair of inputs and what a person is shown about it. A file that is not in the folder is
/// the one of the folder <c>good</c>.
/// </summary>
public sealed class BrokenInputTests
{
    private static readonly string Folder = Golden.Path("Cases");

    public static TheoryData<string> Cases() =>
        [.. Directory.GetDirectories(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_mistake_is_reported_once_at_its_place(string name)
    {
        var reading = ClusterReader.Read(Input(name, "cluster.yaml"), Input(name, "nodes.yaml"));

        Assert.Equal(reading.Model is null, reading.Findings.Any(static f => f.Severity == Severity.Error));
        Golden.Verify($"Cases/{name}/expected.txt", Printed(reading.Findings));
    }

    [Fact]
    public void The_good_case_has_no_finding() => Assert.Empty(ReadGood().Findings);

    internal static ClusterReading ReadGood() =>
        ClusterReader.Read(Input("good", "cluster.yaml"), Input("good", "nodes.yaml"));

    internal static string Printed(IEnumerable<Diagnostic> findings)
    {
        var writer = new StringWriter { NewLine = "\n" };
        foreach (var finding in findings)
        {
            DiagnosticPrinter.Print(writer, finding);
        }

        return writer.ToString();
    }

    internal static SourceText Input(string name, string file)
    {
        var own = Path.Join(Folder, name, file);
        return new SourceText(file, File.ReadAllText(File.Exists(own) ? own : Path.Join(Folder, "good", file)));
    }
}
