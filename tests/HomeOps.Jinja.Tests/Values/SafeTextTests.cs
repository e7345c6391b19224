namespace HomeOps.Jinja.Tests.Values;

public sealed class SafeTextTests
{
    public static TheoryData<string, string> Cases => PythonCases.Read("Cases/safe-text.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Safe_text_stays_safe_and_escapes_what_joins_it(string input, string outcome) =>
        PythonCases.Verify(input, outcome);
}
