using CsCheck;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Values;

public sealed class PyDictTests
{
    [Fact]
    public void Equal_keys_of_different_types_are_one_key_that_keeps_its_first_form()
    {
        var dict = new PyDict();
        dict.Set(1, "int");
        dict.Set(1.0, "float");
        dict.Set(true, "bool");
        Assert.Equal("{1: 'bool'}", dict.Repr());
    }

    [Fact]
    public void A_text_and_its_safe_twin_are_one_key()
    {
        var dict = new PyDict();
        dict.Set(Value.Markup("a"), 1);
        Assert.True(dict.TryGet("a", out var value));
        Assert.Equal(1, value);
    }

    [Fact]
    public void Setting_a_key_again_keeps_its_place_and_removing_it_loses_it()
    {
        var dict = new PyDict();
        dict.Set("a", 1);
        dict.Set("b", 2);
        dict.Set("a", 3);
        Assert.Equal("{'a': 3, 'b': 2}", dict.Repr());
        Assert.True(dict.Remove("a", out _));
        dict.Set("a", 4);
        Assert.Equal("{'b': 2, 'a': 4}", dict.Repr());
    }

    [Fact]
    public void A_list_is_no_key()
    {
        var error = Assert.Throws<JinjaException>(() => new PyDict().Set(new PyTuple([new PyList()]), 1));
        Assert.Equal("unhashable type: 'list'", error.Message);
    }

    // Against a list of pairs, which is slow and plainly right.
    [Fact]
    public void Any_sequence_of_changes_leaves_what_a_list_of_pairs_would_hold() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 3])
            .Array[0, 200]
            .Sample(changes =>
            {
                var dict = new PyDict();
                var model = new List<(long Key, long Value)>();
                for (var i = 0; i < changes.Length; i++)
                {
                    var (key, action) = changes[i];
                    var at = model.FindIndex(pair => pair.Key == key);
                    if (action == 0)
                    {
                        Assert.Equal(at >= 0, dict.Remove(key, out _));
                        if (at >= 0)
                        {
                            model.RemoveAt(at);
                        }
                    }
                    else
                    {
                        dict.Set(key, i);
                        if (at >= 0)
                        {
                            model[at] = (key, i);
                        }
                        else
                        {
                            model.Add((key, i));
                        }
                    }
                }
                Assert.Equal(model, dict.Entries.Select(pair => (pair.Key.AsInt64, pair.Value.AsInt64)));
                Assert.Equal(model.Count, dict.Count);
                Assert.All(model, pair => Assert.Equal(pair.Value, dict[pair.Key].AsInt64));
            });
}
