using CsCheck;
using HomeOps.Age;

namespace HomeOps.Sops.Tests.Updating;

/// <summary>Files that a person laid out keep their layout.</summary>
public sealed class TextPreservationTests : IDisposable
{
    private readonly Household home = new();
    private readonly string laidOut;

    public TextPreservationTests()
    {
        var encrypted = home.Encrypt(
            "kind: Secret\nmetadata:\n  name: a\nstringData:\n  TOKEN: abc\n  USER: bob\n",
            home.KubernetesRule
        );
        laidOut = encrypted
            .Replace("kind: Secret\n", "---\nkind:   'Secret'\n\n", StringComparison.Ordinal)
            .Replace("metadata:\n  name: a\n", "metadata: {name: a}\n\n\n", StringComparison.Ordinal)
            .Replace("  USER: ", "\n  \"USER\":   ", StringComparison.Ordinal)
            .Replace("sops:\n", "\nsops:\n", StringComparison.Ordinal);
    }

    public void Dispose() => home.Dispose();

    [Fact]
    public void A_changed_value_leaves_every_other_character_alone()
    {
        var update = home.Update(
            laidOut,
            "kind: Secret\nmetadata:\n  name: a\nstringData:\n  TOKEN: abc\n  USER: eve\n",
            home.KubernetesRule
        );

        Assert.Equal(SopsUpdateKind.Values, update.Kind);
        Assert.Equal(["\"USER\"", "lastmodified", "mac"], Lines.Changed(laidOut, update.Text));
        Assert.StartsWith("---\nkind:   'Secret'\n\nmetadata: {name: a}\n\n\n", update.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_plain_value_changes_in_place_even_in_brackets()
    {
        var update = home.Update(
            laidOut,
            "kind: Secret\nmetadata:\n  name: b\nstringData:\n  TOKEN: abc\n  USER: bob\n",
            home.KubernetesRule
        );

        Assert.Equal(SopsUpdateKind.PlainPartOnly, update.Kind);
        Assert.Equal(laidOut.Replace("{name: a}", "{name: b}", StringComparison.Ordinal), update.Text);
    }

    [Fact]
    public void A_value_that_would_break_the_brackets_it_stands_in_makes_the_file_be_written_anew()
    {
        const string wanted = "kind: Secret\nmetadata:\n  name: a, b\nstringData:\n  TOKEN: abc\n  USER: bob\n";

        var update = home.Update(laidOut, wanted, home.KubernetesRule);

        Assert.Equal(wanted, home.Decrypt(update.Text));
    }

    [Fact]
    public void New_recipients_change_the_metadata_only()
    {
        using var other = AgeKeygen.Generate(postQuantum: false, home.Context.Random);

        var update = SopsFormat.Yaml.UpdateKeys(
            Household.Source(laidOut),
            [.. home.Rule.Recipients, Household.RecipientOf(other)],
            home.Keys,
            home.Context
        );

        var end = laidOut.IndexOf("sops:", StringComparison.Ordinal);
        Assert.Equal(laidOut[..end], update.Text[..end]);
        Assert.Equal(2, SopsFormat.Yaml.Status(Household.Source(update.Text)).Recipients.Count);
        Assert.EndsWith("  version: 3.13.1\n", update.Text, StringComparison.Ordinal);
        home.Decrypt(update.Text);
    }

    [Theory]
    [InlineData("  TOKEN: abc\n  USER: bob\n  NEW: x\n", "NEW")]
    [InlineData("  TOKEN: abc\n  NEW: |\n    two\n\n    lines\n  USER: bob\n", "NEW")]
    [InlineData("  NEW:\n    deep: [1]\n  TOKEN: abc\n  USER: bob\n", "NEW deep -")]
    [InlineData("  TOKEN: abc\n", "\"USER\"")]
    [InlineData("  USER: bob\n", "TOKEN")]
    [InlineData("  USER: eve\n  NEW: x\n", "TOKEN \"USER\" NEW \"USER\"")]
    public void An_entry_that_comes_or_goes_leaves_every_other_line_alone(string values, string changed)
    {
        var wanted = $"kind: Secret\nmetadata:\n  name: a\nstringData:\n{values}";

        var update = home.Update(laidOut, wanted, home.KubernetesRule);

        Assert.Equal(Plain(wanted), home.Decrypt(update.Text));
        Assert.StartsWith(
            "---\nkind:   'Secret'\n\nmetadata: {name: a}\n\n\nstringData:\n",
            update.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("\n\nsops:\n", update.Text, StringComparison.Ordinal);
        var kept = laidOut
            .Split('\n')
            .Where(l => !changed.Split(' ').Any(k => l.Contains(k + ":", StringComparison.Ordinal)));
        Assert.Empty(
            kept.Where(static l =>
                    !l.Contains("mac:", StringComparison.Ordinal)
                    && !l.Contains("lastmodified", StringComparison.Ordinal)
                )
                .Except(update.Text.Split('\n'), StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("[a, b, c, d]")]
    [InlineData("[n, a, b, c]")]
    [InlineData("[a, b]")]
    [InlineData("[a, c]")]
    [InlineData("[b, c]")]
    [InlineData("[a, b, [x, {y: z}], c]")]
    [InlineData("[x, y, c]")]
    public void An_item_that_comes_or_goes_leaves_every_other_line_alone(string items)
    {
        var encrypted = home.Encrypt("list:\n  - a\n  - b\n  - c\nother: x\n")
            .Replace("  - ENC", "      -   ENC", StringComparison.Ordinal)
            .Replace("other:", "\n'other' :", StringComparison.Ordinal);

        var update = home.Update(encrypted, $"list: {items}\nother: x\n");

        Assert.Equal(Plain($"list: {items}\nother: x\n"), home.Decrypt(update.Text));
        Assert.Contains("\n\n'other' : ENC[", update.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_in_one_document_leaves_the_others_alone()
    {
        var encrypted = home.Encrypt("a: 1\n---\nb: 2\nc: v\n---\nd: 3\n")
            .Replace("b: ", "\n\"b\":   ", StringComparison.Ordinal);

        var update = home.Update(encrypted, "a: 1\n---\nb: 2\nc: w\n---\nd: 3\n");

        Assert.Equal(
            ["c", "lastmodified", "mac", "lastmodified", "mac", "lastmodified", "mac"],
            Lines.Changed(encrypted, update.Text).OrderBy(static k => k == "c" ? 0 : 1)
        );
        Assert.Contains("\n\"b\":   ENC[", update.Text, StringComparison.Ordinal);
        Assert.Equal("a: 1\n---\nb: 2\nc: w\n---\nd: 3\n", home.Decrypt(update.Text));
    }

    [Fact]
    public void Rotation_keeps_the_layout()
    {
        var commented = SopsFormat.Yaml.Encrypt(
            Household.Source("a: x\n# a comment\nb:\n  - u\n  - w\n"),
            home.Rule,
            home.Context
        );
        var file = commented.Replace("b:\n", "\n\n'b':\n", StringComparison.Ordinal);

        var rotated = SopsFormat.Yaml.Rotate(Household.Source(file), home.Keys, home.Context);

        Assert.Equal("a: x\n# a comment\nb:\n  - u\n  - w\n", home.Decrypt(rotated.Text));
        Assert.Contains("\n\n\n'b':\n", rotated.Text, StringComparison.Ordinal);
        Assert.Empty(
            file.Split('\n')
                .Where(static l => l.Contains("ENC[", StringComparison.Ordinal))
                .Intersect(rotated.Text.Split('\n'), StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Any_document_can_become_any_other() =>
        Gen.Select(YamlGen.Document, YamlGen.Document, Gen.Bool)
            .Sample(
                (old, wanted, isLaidOut) =>
                {
                    var encrypted = home.Encrypt(old);
                    var file = isLaidOut
                        ? encrypted.Replace(": ENC[", ":    ENC[", StringComparison.Ordinal)
                        : encrypted;
                    Assert.Equal(wanted, home.Decrypt(home.Update(file, wanted).Text));
                },
                iter: 500,
                threads: 1
            );

    // As it is written after decryption.
    private string Plain(string text) => home.Decrypt(home.Encrypt(text));

    [Fact]
    public void An_anchor_whose_places_part_ways_is_written_out()
    {
        var encrypted = home.Encrypt("a_unencrypted: x\nb_unencrypted: x\nc: 1\n")
            .Replace(
                "a_unencrypted: x\nb_unencrypted: x\n",
                "a_unencrypted: &x x\nb_unencrypted: *x\n",
                StringComparison.Ordinal
            );

        var update = home.Update(encrypted, "a_unencrypted: v\nb_unencrypted: w\nc: 1\n");

        Assert.Equal("a_unencrypted: v\nb_unencrypted: w\nc: 1\n", home.Decrypt(update.Text));
    }
}
