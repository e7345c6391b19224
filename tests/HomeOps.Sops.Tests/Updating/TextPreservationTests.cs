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

    [Fact]
    public void A_new_key_makes_the_file_be_written_anew()
    {
        const string wanted = "kind: Secret\nmetadata:\n  name: a\nstringData:\n  TOKEN: abc\n  NEW: x\n  USER: bob\n";

        var update = home.Update(laidOut, wanted, home.KubernetesRule);

        Assert.Equal(wanted, home.Decrypt(update.Text));
        Assert.Contains(
            laidOut.Split('\n').Single(static l => l.StartsWith("  TOKEN", StringComparison.Ordinal)),
            update.Text,
            StringComparison.Ordinal
        );
    }

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
