using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Values;

public sealed class DateTests
{
    private static readonly Dictionary<string, Value> Variables = new(StringComparer.Ordinal)
    {
        ["day"] = new PyDate(new DateOnly(2024, 1, 2)),
        ["local"] = new PyDateTime(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Unspecified), null),
        ["utc"] = new PyDateTime(new DateTime(2024, 1, 2, 3, 4, 0, DateTimeKind.Unspecified), TimeSpan.Zero),
        ["fine"] = new PyDateTime(
            new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Unspecified).AddMicroseconds(120),
            TimeSpan.FromHours(-2.5)
        ),
        ["time"] = new PyTime(new TimeOnly(7, 8, 9)),
        ["content"] = new PyBytes([0x61, 0x27, 0xff]),
        ["set"] = new PySet([1, "a", 1]),
    };

    [Theory]
    [InlineData("day", "2024-01-02")]
    [InlineData("[day]", "[datetime.date(2024, 1, 2)]")]
    [InlineData("day.year ~ day.month ~ day.day", "202412")]
    [InlineData("day.weekday() ~ day.isoweekday() ~ day.isoformat()", "122024-01-02")]
    [InlineData("day == day", "True")]
    [InlineData("day < day", "False")]
    [InlineData("local", "2024-01-02 03:04:05")]
    [InlineData("[local]", "[datetime.datetime(2024, 1, 2, 3, 4, 5)]")]
    [InlineData("utc", "2024-01-02 03:04:00+00:00")]
    [InlineData("[utc]", "[datetime.datetime(2024, 1, 2, 3, 4, tzinfo=datetime.timezone.utc)]")]
    [InlineData("utc.isoformat()", "2024-01-02T03:04:00+00:00")]
    [InlineData("utc.isoformat(' ')", "2024-01-02 03:04:00+00:00")]
    [InlineData("utc.date()", "2024-01-02")]
    [InlineData("fine", "2024-01-02 03:04:05.000120-02:30")]
    [InlineData(
        "[fine]",
        "[datetime.datetime(2024, 1, 2, 3, 4, 5, 120, "
            + "tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=77400)))]"
    )]
    [InlineData("fine > utc", "True")]
    [InlineData("local == utc", "False")]
    [InlineData("time", "07:08:09")]
    [InlineData("[time]", "[datetime.time(7, 8, 9)]")]
    [InlineData("time.hour ~ time.minute", "78")]
    [InlineData("content", "b\"a'\\xff\"")]
    [InlineData("content|length ~ content[0]", "397")]
    [InlineData("set", "{1, 'a'}")]
    [InlineData("1 in set", "True")]
    public void They_print_and_answer_as_in_Python(string expression, string text) =>
        Assert.Equal(text, Render(expression));

    [Fact]
    public void Times_with_and_without_a_zone_have_no_order()
    {
        var error = Assert.Throws<JinjaException>(() => Render("local < utc"));
        Assert.Equal("can't compare offset-naive and offset-aware datetimes", error.Message);
    }

    private static string Render(string expression) =>
        new JinjaEnvironment().FromString("{{ " + expression + " }}").Render(Variables);
}
