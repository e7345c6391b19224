using CsCheck;
using HomeOps.Jinja.Filters;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Filters;

public sealed class StableSortTests
{
    // Items are numbers whose tens are the key, so equal keys can be told apart.
    [Fact]
    public void Equal_keys_keep_their_order_in_both_directions() =>
        Gen.Select(Gen.Long[0, 99].Array[0, 300], Gen.Bool)
            .Sample(
                (numbers, reverse) =>
                {
                    var items = Array.ConvertAll(numbers, static n => (Value)n);
                    var sorted = StableSort.By(items, static item => item.AsInt64 / 10, reverse);
                    var expected = reverse
                        ? numbers.OrderByDescending(static n => n / 10)
                        : numbers.OrderBy(static n => n / 10);
                    Assert.Equal(expected, sorted.Select(static item => item.AsInt64));
                }
            );
}
