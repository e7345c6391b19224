namespace HomeOps.Jinja.Tests.Values;

public sealed class NumberTests
{
    public static TheoryData<string, string> Cases => PythonCases.Read("Cases/numbers.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Numbers_calculate_and_print_as_in_Python(string input, string outcome) =>
        PythonCases.Verify(input, outcome);
}
