using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Values;

public sealed class SignatureTests
{
    private static readonly Signature Two = new("f", ["a", "b", "c"], ["x"]);

    [Fact]
    public void Positional_and_keyword_arguments_meet_in_the_order_of_the_parameters()
    {
        var bound = Two.Bind(new CallArguments([1, 3, 2], ["c", "b"]));
        Assert.Equal([1, 2, 3], [bound[0], bound[1], bound[2]]);
    }

    [Fact]
    public void What_is_not_given_takes_its_default() => Assert.Equal("x", Two.Bind(CallArguments.Of(1, 2))[2]);

    [Theory]
    [InlineData(0, "", "f() missing 2 required positional arguments: 'a' and 'b'")]
    [InlineData(1, "", "f() missing 1 required positional argument: 'b'")]
    [InlineData(4, "", "f() takes from 2 to 3 positional arguments but 4 were given")]
    [InlineData(2, "q", "f() got an unexpected keyword argument 'q'")]
    [InlineData(2, "a", "f() got multiple values for argument 'a'")]
    public void Mistakes_are_told_in_Python_s_words(int positional, string keyword, string message)
    {
        var names = keyword.Length == 0 ? Array.Empty<string>() : [keyword];
        var values = Enumerable.Repeat<Value>(0, positional + names.Length).ToArray();
        var error = Assert.Throws<JinjaException>(() => Two.Bind(new CallArguments(values, names)));
        Assert.Equal("TypeError", error.ClassName);
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Unseen_arguments_count_in_the_message()
    {
        var filter = new Signature("do_upper", [], [], hidden: 1);
        var error = Assert.Throws<JinjaException>(() => filter.Bind(CallArguments.Of(1)));
        Assert.Equal("do_upper() takes 1 positional argument but 2 were given", error.Message);
    }
}
