using CsCheck;
using HomeOps.Sops.Merging;
using HomeOps.Sops.Updating;
using HomeOps.Text;

namespace HomeOps.Sops.Tests.Merging;

public sealed class MergeTests : IDisposable
{
    private readonly Household household = new();

    public void Dispose() => household.Dispose();

    [Fact]
    public void What_one_side_left_alone_is_as_the_other_side_has_it() =>
        Gen.Select(YamlGen.Tree, YamlGen.Tree)
            .Sample(
                (old, changed) =>
                {
                    Assert.True(TreeComparison.AreEqual(changed, Clean(TreeMerge.Merge(old, changed, old))));
                    Assert.True(TreeComparison.AreEqual(changed, Clean(TreeMerge.Merge(old, old, changed))));
                    Assert.True(TreeComparison.AreEqual(changed, Clean(TreeMerge.Merge(old, changed, changed))));
                },
                iter: 200
            );

    [Theory]
    [InlineData("a: 1\nb: 2\n", "a: 9\nb: 2\n", "a: 1\nb: 8\n", "a: 9\nb: 8\n")]
    [InlineData("a: 1\n", "a: 1\nx: 5\n", "w: 6\na: 1\n", "w: 6\na: 1\nx: 5\n")]
    [InlineData("a: 1\nb: 2\n", "b: 2\n", "a: 1\nb: 3\n", "b: 3\n")]
    [InlineData("a:\n  b: 1\n  c: 2\n", "a:\n  b: 3\n  c: 2\n", "a:\n  b: 1\n  d: 4\n", "a:\n  b: 3\n  d: 4\n")]
    [InlineData("# old\na: 1\n", "# new\na: 1\n", "# old\na: 2\n", "# new\na: 2\n")]
    [InlineData("# old\na: 1\n", "# old\na: 2\n", "# new\na: 1\n", "# new\na: 2\n")]
    [InlineData("l: [1]\n", "l: [1, 2]\n", "l: [1]\n", "l:\n  - 1\n  - 2\n")]
    public void Changes_of_both_sides_come_together(string old, string ours, string theirs, string merged)
    {
        var ancestor = household.Encrypt(old);
        var mine = household.Update(ancestor, ours).Text;
        var yours = household.Update(ancestor, theirs).Text;

        var merge = Merge(ancestor, mine, yours);

        Assert.Empty(merge.Conflicts);
        Assert.Equal(merged, household.Decrypt(merge.Text));
    }

    [Theory]
    [InlineData("a: 1\n", "a: 2\n", "a: 3\n", "a")]
    [InlineData("a:\n  b: x\nc: 1\n", "c: 1\n", "a:\n  b: y\nc: 1\n", "a")]
    [InlineData("l: [1]\n", "l: [2]\n", "l: [3]\n", "l")]
    public void Contrary_changes_are_named_and_ours_is_kept(string old, string ours, string theirs, string conflict)
    {
        var ancestor = household.Encrypt(old);
        var mine = household.Update(ancestor, ours).Text;

        var merge = Merge(ancestor, mine, household.Update(ancestor, theirs).Text);

        Assert.Equal([conflict], merge.Conflicts);
        Assert.Equal(household.Decrypt(mine), household.Decrypt(merge.Text));
    }

    [Fact]
    public void Recipients_merge_and_a_new_data_key_on_one_side_is_no_obstacle()
    {
        using var friend = new Household();
        using var gone = new Household();
        var recipients = household.Rule.Recipients;
        var goneRecipient = Household.RecipientOf(gone.Identity);
        var ancestor = household.Encrypt(
            "a: 1\nb: 2\n",
            household.Rule with
            {
                Recipients = [.. recipients, goneRecipient],
            }
        );
        var mine = SopsFormat
            .Yaml.Rotate(Household.Source(ancestor), household.Keys, household.Context, removed: [goneRecipient])
            .Text;
        var yours = SopsFormat
            .Yaml.UpdateKeys(
                Household.Source(household.Update(ancestor, "a: 1\nb: 3\n").Text),
                [.. recipients, goneRecipient, Household.RecipientOf(friend.Identity)],
                household.Keys,
                household.Context
            )
            .Text;

        var merge = Merge(ancestor, mine, yours);

        Assert.Empty(merge.Conflicts);
        Assert.Equal("a: 1\nb: 3\n", friend.Decrypt(merge.Text));
        Assert.Equal(2, SopsFormat.Yaml.Status(Household.Source(merge.Text)).Recipients.Count);
        Assert.Throws<SopsException>(() => gone.Decrypt(merge.Text));
    }

    [Fact]
    public void Differences_name_places_and_types()
    {
        var older = Plain("a: x\nb: [1, 2]\nc: {d: 1}\n");
        var newer = Plain("a: 1\nb: [1]\ne: {f: [true]}\n");

        Assert.Equal(
            ["Changed a string int", "Removed b[1] int ", "Removed c.d int ", "Added e.f  list"],
            older.Differences(newer).Select(static d => $"{d.Kind} {d.Path} {d.OldType} {d.NewType}")
        );
        Assert.Empty(older.Differences(older));
    }

    private SopsPlain Plain(string text) =>
        SopsFormat.Yaml.Decrypt(Household.Source(household.Encrypt(text)), household.Keys);

    private SopsMerge Merge(string ancestor, string ours, string theirs) =>
        SopsFormat.Yaml.Merge(
            Household.Source(ancestor),
            Household.Source(ours),
            Household.Source(theirs),
            household.Keys,
            household.Context
        );

    private static SopsTree Clean((SopsTree Tree, IReadOnlyList<string> Conflicts) merge)
    {
        Assert.Empty(merge.Conflicts);
        return merge.Tree;
    }
}
