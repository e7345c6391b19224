namespace HomeOps.Jinja.Tests.Methods;

public sealed class StringMethodTests
{
    public static TheoryData<string, string> Cases => PythonCases.Read("Cases/strings.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Strings_do_what_they_do_in_Python(string input, string outcome) => PythonCases.Verify(input, outcome);
}
