namespace HomeOps.Jinja.Tests.Formatting;

public sealed class FormattingTests
{
    public static TheoryData<string, string> Cases => PythonCases.Read("Cases/formatting.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Formatting_gives_the_text_that_Python_gives(string input, string outcome) =>
        PythonCases.Verify(input, outcome);
}
