namespace HomeOps.Text.Tests;

public sealed class DiagnosticBagTests
{
    [Fact]
    public void Findings_are_ordered_by_file_place_and_code_and_the_same_one_is_kept_once()
    {
        var (a, b) = (new SourceText("a.yaml", "1\n2\n3\n"), new SourceText("b.yaml", "1\n2\n"));
        var bag = new DiagnosticBag
        {
            Diagnostic.Error("HO0003", "m", b.At(2, 1)),
            Diagnostic.Note("HO0002", "m", a.At(4, 1)),
            Diagnostic.Error("HO0009", "m", a.At(0, 1)),
            Diagnostic.Error("HO0001", "m", a.At(4, 1)),
            Diagnostic.Warning("HO0005", "without a file"),
            Diagnostic.Error("HO0009", "m", a.At(0, 1)),
        };

        Assert.True(bag.HasErrors);
        Assert.Equal(
            [
                "warning HO0005: without a file",
                "a.yaml:1:1: error HO0009: m",
                "a.yaml:3:1: error HO0001: m",
                "a.yaml:3:1: note HO0002: m",
                "b.yaml:2:1: error HO0003: m",
            ],
            bag.Ordered().Select(static d => d.ToString())
        );
    }
}
