namespace HomeOps.Jinja.Tests.Values;

public sealed class ContainerTests
{
    public static TheoryData<string, string> Cases => PythonCases.Read("Cases/containers.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Containers_and_undefined_values_behave_as_in_Jinja2(string input, string outcome) =>
        PythonCases.Verify(input, outcome);
}
