using HomeOps.Testing;

namespace HomeOps.Jinja.Tests.Peers;

/// <summary>
/// Random templates through this engine and through Debian's Jinja2: the text, or the class, message and line of the error, is the same.
/// HOMEOPS_FUZZ sets the number of cases, HOMEOPS_FUZZ_SEED the first seed.
/// </summary>
public sealed class Jinja2Tests
{
    /// <summary>What the runs found, as Jinja2 answers it.</summary>
    public static TheoryData<string, string> Found => PythonCases.Read("Cases/found.txt");

    [Theory]
    [MemberData(nameof(Found))]
    public void What_was_found_stays_repaired(string input, string outcome) => PythonCases.Verify(input, outcome);

    [Fact]
    public async Task Random_templates_give_what_Jinja2_gives()
    {
        using var jinja2 = Jinja2Process.Start();
        if (jinja2 is null)
        {
            Assert.Skip("Debian's python3-jinja2 is not installed");
        }

        var run = new DifferenceRun(jinja2);
        // The gate tries the same cases every time.
        await run.RunAsync(Fuzz.Seed ?? 1, Fuzz.Count);
        TestContext.Current.TestOutputHelper?.WriteLine(run.ToString());
        Assert.True(run.Findings.Count == 0, $"{run}\n{string.Join('\n', run.Findings.Values)}");
    }
}
