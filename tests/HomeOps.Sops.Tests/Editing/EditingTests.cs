using HomeOps.Age;

namespace HomeOps.Sops.Tests.Editing;

public sealed class EditingTests : IDisposable
{
    private const string Plain = "a: 1\nb:\n  c: x\n  d:\n    - p\n    # note\n    - q\ne: 1.5\n";

    private readonly Household home = new();
    private readonly string encrypted;

    public EditingTests() => encrypted = home.Encrypt(Plain);

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData("[\"b\"][\"c\"]", "\"new\"", "c: x", "c: new")]
    [InlineData("['b']['d'][1]", "\"r\"", "- q", "- r")]
    [InlineData("[\"b\"][\"d\"][2]", "\"r\"", "- q\n", "- q\n    - r\n")]
    [InlineData("[\"n\"][\"m\"]", "[true,null]", "e: 1.5\n", "e: 1.5\n\"n\":\n  m:\n    - true\n    - null\n")]
    [InlineData("[\"e\"]", "2", "e: 1.5", "e: 2")]
    public void Setting_a_value_changes_it_and_nothing_else(string path, string value, string old, string now)
    {
        home.Wait();

        var update = SopsFormat.Yaml.Set(
            Household.Source(encrypted),
            SopsPath.Parse(path),
            value,
            home.Keys,
            home.Context
        );

        Assert.Equal(SopsUpdateKind.Values, update.Kind);
        Assert.Equal(Plain.Replace(old, now, StringComparison.Ordinal), home.Decrypt(update.Text));
    }

    [Theory]
    [InlineData("[\"b\"][\"c\"]", "\"x\"")]
    [InlineData("[\"a\"]", "1")]
    public void Setting_the_value_that_is_there_changes_nothing(string path, string value) =>
        Assert.Equal(
            SopsUpdateKind.Unchanged,
            SopsFormat.Yaml.Set(Household.Source(encrypted), SopsPath.Parse(path), value, home.Keys, home.Context).Kind
        );

    [Fact]
    public void Unsetting_removes_a_value()
    {
        var update = SopsFormat.Yaml.Unset(
            Household.Source(encrypted),
            SopsPath.Parse("[\"b\"][\"d\"][0]"),
            home.Keys,
            home.Context
        );

        Assert.Equal(Plain.Replace("    - p\n", "", StringComparison.Ordinal), home.Decrypt(update.Text));
    }

    [Theory]
    [InlineData("[\"zz\"]")]
    [InlineData("[\"b\"][0]")]
    [InlineData("[\"b\"][\"d\"][2]")]
    [InlineData("[\"a\"][\"x\"]")]
    public void Unsetting_what_is_not_there_fails(string path) =>
        Assert.Equal(
            SopsFailure.PathNotFound,
            Assert
                .Throws<SopsException>(() =>
                    SopsFormat.Yaml.Unset(Household.Source(encrypted), SopsPath.Parse(path), home.Keys, home.Context)
                )
                .Failure
        );

    [Theory]
    [InlineData("b")]
    [InlineData("")]
    [InlineData("[\"b\"")]
    [InlineData("[b]")]
    [InlineData("[-1]")]
    [InlineData("[\"b\"]x")]
    [InlineData("[\"b]")]
    public void A_malformed_path_is_refused(string path) =>
        Assert.Equal("HO0673", Assert.Throws<SopsException>(() => SopsPath.Parse(path)).Diagnostic.Code);

    [Theory]
    [InlineData("[\"b\"][\"c\"]", "x")]
    [InlineData("[\"a\"]", "1\n")]
    [InlineData("[\"b\"][\"d\"]", "- p\n# note\n- q\n")]
    [InlineData("[\"b\"][\"d\"][1]", "q")]
    public void One_value_can_be_taken_out(string path, string text) =>
        Assert.Equal(
            text,
            SopsFormat.Yaml.Decrypt(Household.Source(encrypted), home.Keys).Extract(SopsPath.Parse(path))
        );

    [Fact]
    public void Rotation_encrypts_everything_anew_for_the_same_recipients()
    {
        var update = SopsFormat.Yaml.Rotate(Household.Source(encrypted), home.Keys, home.Context);

        var kept = encrypted
            .Split('\n')
            .Where(static l => l.Contains("ENC[", StringComparison.Ordinal))
            .Intersect(update.Text.Split('\n'));
        Assert.Empty(kept);
        Assert.Equal(Plain, home.Decrypt(update.Text));
        Assert.Equal(
            SopsFormat.Yaml.Status(Household.Source(encrypted)).Recipients,
            SopsFormat.Yaml.Status(Household.Source(update.Text)).Recipients
        );
    }

    [Fact]
    public void A_file_that_is_for_its_recipients_already_needs_no_key()
    {
        using var other = AgeKeygen.Generate(postQuantum: false, home.Context.Random);
        using var none = new SopsKeyRing([]);
        var moved = SopsFormat
            .Yaml.UpdateKeys(Household.Source(encrypted), [Household.RecipientOf(other)], home.Keys, home.Context)
            .Text;

        var update = SopsFormat.Yaml.UpdateKeys(
            Household.Source(moved),
            [Household.RecipientOf(other)],
            none,
            home.Context
        );

        Assert.Equal((SopsUpdateKind.Unchanged, moved), (update.Kind, update.Text));
    }

    [Fact]
    public void New_keys_leave_values_MAC_and_time_alone()
    {
        using var other = AgeKeygen.Generate(postQuantum: false, home.Context.Random);
        home.Wait();

        var update = SopsFormat.Yaml.UpdateKeys(
            Household.Source(encrypted),
            [Household.RecipientOf(other)],
            home.Keys,
            home.Context
        );

        Assert.Equal(SopsUpdateKind.RecipientsOnly, update.Kind);
        string[] Values(string text) =>
            [
                .. text.Split('\n')
                    .Where(static l =>
                        l.Contains("ENC[", StringComparison.Ordinal)
                        || l.Contains("lastmodified", StringComparison.Ordinal)
                    ),
            ];
        Assert.Equal(Values(encrypted), Values(update.Text));
        Assert.Equal(
            [Household.RecipientOf(other).ToString()],
            SopsFormat.Yaml.Status(Household.Source(update.Text)).Recipients
        );
    }

    [Fact]
    public void An_older_layout_can_be_brought_up_to_date_without_a_key()
    {
        var older = encrypted
            .Replace("  version: 3.13.1\n", "", StringComparison.Ordinal)
            .Replace("sops:\n", "sops:\n  kms: []\n  version: 3.9.4\n", StringComparison.Ordinal);

        var now = SopsFormat.Yaml.Reformat(Household.Source(older), new StoreIndents(2));

        Assert.Equal(encrypted.Replace("3.13.1", "3.9.4", StringComparison.Ordinal), now);
    }

    [Fact]
    public void A_recovered_data_key_opens_a_file_and_no_other_does()
    {
        var random = new byte[32];
        var key = Enumerable.Range(1, 32).Select(static i => (byte)i).ToArray();
        var first = true;
        var text = SopsFormat.Yaml.Encrypt(
            Household.Source(Plain),
            home.Rule,
            home.Context with
            {
                Random = bytes =>
                {
                    home.Context.Random(bytes);
                    if (first)
                    {
                        key.CopyTo(bytes);
                        first = false;
                    }
                },
            }
        );

        Assert.Equal(Plain, SopsFormat.Yaml.Decrypt(Household.Source(text), key).ToText());
        Assert.Throws<SopsException>(() => SopsFormat.Yaml.Decrypt(Household.Source(text), random));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SopsFormat.Yaml.Decrypt(Household.Source(text), random.AsSpan(1))
        );
    }
}
