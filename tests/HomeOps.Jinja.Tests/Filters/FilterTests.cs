namespace HomeOps.Jinja.Tests.Filters;

public sealed class FilterTests
{
    public static TheoryData<string, string> Cases => PythonCases.Read("Cases/filters.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Filters_and_tests_give_what_Jinja2_gives(string input, string outcome) =>
        PythonCases.Verify(input, outcome);
}
