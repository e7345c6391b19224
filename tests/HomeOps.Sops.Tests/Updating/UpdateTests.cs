using CsCheck;
using HomeOps.Age;

namespace HomeOps.Sops.Tests.Updating;

public sealed class UpdateTests : IDisposable
{
    private const string Plain = """
        kind: Secret
        stringData:
          # the token
          TOKEN: abc
          USER: bob
          LIST:
            - p
            - p
            - q

        """;

    private readonly Household home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public void A_recipient_that_is_stored_with_its_comment_is_the_same_recipient()
    {
        using var home = new Household();
        var line = SshKeyPair.Generate(home.Context.Random, "me@home").PublicLine;
        var ssh = AgeRecipient.Parse(line);
        var rule = home.Rule with { Recipients = [.. home.Rule.Recipients, ssh] };
        var encrypted = home.Encrypt("a: 1\n", rule).Replace($"{ssh}", line, StringComparison.Ordinal);
        Assert.Contains(line, encrypted, StringComparison.Ordinal);

        Assert.Equal(SopsUpdateKind.Unchanged, home.Update(encrypted, "a: 1\n", rule).Kind);

        // Its block stays as it is when others come and go.
        var removed = home.Update(encrypted, "a: 1\n", rule with { Recipients = [ssh] });
        Assert.Equal(SopsUpdateKind.RecipientsOnly, removed.Kind);
        Assert.All(
            removed.Text.Split('\n'),
            l => Assert.Contains(l.TrimStart(' ', '-'), encrypted, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_tag_that_does_not_fit_is_no_crash()
    {
        using var home = new Household();

        var failure = Assert.Throws<SopsException>(() => home.Decrypt("!!int a\n"));

        Assert.Equal(SopsFailure.NotEncryptable, failure.Failure);
    }

    [Fact]
    public void Nothing_changed_gives_the_very_same_text()
    {
        var encrypted = home.Encrypt(Plain, home.KubernetesRule);

        var update = home.Update(encrypted, Plain, home.KubernetesRule);

        Assert.Equal(SopsUpdateKind.Unchanged, update.Kind);
        Assert.Same(encrypted, update.Text);
    }

    [Fact]
    public void Another_layout_of_the_same_values_changes_nothing()
    {
        var encrypted = home.Encrypt(Plain, home.KubernetesRule);
        const string other = """
            kind: "Secret"

            stringData: # layout only
              TOKEN: 'abc'
              USER: bob
              LIST: [p, p, q]
            """;

        var update = home.Update(
            encrypted,
            other.Replace(" # layout only", "\n  # the token", StringComparison.Ordinal),
            home.KubernetesRule
        );

        Assert.Equal(SopsUpdateKind.Unchanged, update.Kind);
    }

    [Fact]
    public void A_changed_value_changes_its_line_the_MAC_and_the_time()
    {
        var encrypted = home.Encrypt(Plain, home.KubernetesRule);

        var update = home.Update(encrypted, Plain.Replace("bob", "eve", StringComparison.Ordinal), home.KubernetesRule);

        Assert.Equal(SopsUpdateKind.Values, update.Kind);
        Assert.Equal(["USER", "lastmodified", "mac"], Lines.Changed(encrypted, update.Text));
        Assert.Equal(Plain.Replace("bob", "eve", StringComparison.Ordinal), home.Decrypt(update.Text));
    }

    [Fact]
    public void Equal_items_of_a_list_keep_their_own_ciphertexts()
    {
        var encrypted = home.Encrypt(Plain, home.KubernetesRule);

        var update = home.Update(
            encrypted,
            Plain.Replace("    - q", "    - q\n    - p", StringComparison.Ordinal),
            home.KubernetesRule
        );

        var items = update
            .Text.Split('\n')
            .Where(static l => l.StartsWith("    - ENC", StringComparison.Ordinal))
            .ToList();
        var before = encrypted
            .Split('\n')
            .Where(static l => l.StartsWith("    - ENC", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(before, items[..3]);
        Assert.Equal(4, items.Distinct().Count());
    }

    [Fact]
    public void A_renamed_key_and_a_changed_type_are_encrypted_anew()
    {
        var encrypted = home.Encrypt("a: 1\nb: x\n");

        var renamed = home.Update(encrypted, "aa: 1\nb: x\n");
        var retyped = home.Update(encrypted, "a: \"1\"\nb: x\n");

        Assert.Equal(["aa", "lastmodified", "mac"], Lines.Changed(encrypted, renamed.Text));
        Assert.Equal(["a", "lastmodified", "mac"], Lines.Changed(encrypted, retyped.Text));
        Assert.Equal("a: \"1\"\nb: x\n", home.Decrypt(retyped.Text));
    }

    [Fact]
    public void Keys_in_another_order_keep_their_ciphertexts()
    {
        var encrypted = home.Encrypt("a: 1\nb: x\n");

        var update = home.Update(encrypted, "b: x\na: 1\n");

        var (old, now) = (encrypted.Split('\n'), update.Text.Split('\n'));
        Assert.Equal([old[1], old[0]], now[..2]);
        Assert.Equal(["b", "a", "lastmodified", "mac"], Lines.Changed(encrypted, update.Text));
    }

    [Fact]
    public void A_plain_value_outside_the_MAC_changes_only_its_line()
    {
        var encrypted = home.Encrypt(Plain, home.KubernetesRule);

        var update = home.Update(
            encrypted,
            Plain.Replace("kind: Secret", "kind: Other", StringComparison.Ordinal),
            home.KubernetesRule
        );

        Assert.Equal(SopsUpdateKind.PlainPartOnly, update.Kind);
        Assert.Equal(["kind"], Lines.Changed(encrypted, update.Text));
        home.Decrypt(update.Text);
    }

    [Fact]
    public void A_plain_value_under_the_MAC_changes_the_MAC_too()
    {
        var rule = home.KubernetesRule with { MacOnlyEncrypted = false };
        var encrypted = home.Encrypt(Plain, rule);

        var update = home.Update(
            encrypted,
            Plain.Replace("kind: Secret", "kind: Other", StringComparison.Ordinal),
            rule
        );

        Assert.Equal(SopsUpdateKind.Values, update.Kind);
        Assert.Equal(["kind", "lastmodified", "mac"], Lines.Changed(encrypted, update.Text));
        home.Decrypt(update.Text);
    }

    [Fact]
    public void A_new_recipient_gets_a_block_and_nothing_else_changes()
    {
        using var other = AgeKeygen.Generate(postQuantum: false, home.Context.Random);
        var encrypted = home.Encrypt(Plain);
        var rule = home.Rule with { Recipients = [Household.RecipientOf(other), .. home.Rule.Recipients] };

        var update = home.Update(encrypted, Plain, rule);

        Assert.Equal(SopsUpdateKind.RecipientsOnly, update.Kind);
        Assert.Equal([Household.RecipientOf(other).ToString()], update.AddedRecipients);
        Assert.Empty(update.RemovedRecipients);
        var rest = update.Text.Split('\n').ToList();
        foreach (var line in encrypted.Split('\n'))
        {
            Assert.True(rest.Remove(line), line);
        }

        Assert.Equal(
            [Household.RecipientOf(home.Identity).ToString(), Household.RecipientOf(other).ToString()],
            SopsFormat.Yaml.Status(Household.Source(update.Text)).Recipients
        );
        using var otherKeys = new SopsKeyRing([KeySource.FromIdentities("other", [other])]);
        Assert.Equal(Plain, SopsFormat.Yaml.Decrypt(Household.Source(update.Text), otherKeys).ToText());
    }

    [Fact]
    public void A_removed_recipient_is_named()
    {
        using var other = AgeKeygen.Generate(postQuantum: false, home.Context.Random);
        var both = home.Rule with { Recipients = [Household.RecipientOf(other), .. home.Rule.Recipients] };
        var encrypted = home.Encrypt(Plain, both);

        var update = home.Update(encrypted, Plain);

        Assert.Equal(SopsUpdateKind.RecipientsOnly, update.Kind);
        Assert.Equal([Household.RecipientOf(other).ToString()], update.RemovedRecipients);
        Assert.DoesNotContain(other.Recipient?.ToString() ?? "?", update.Text, StringComparison.Ordinal);
        Assert.Equal(Plain, home.Decrypt(update.Text));
    }

    [Fact]
    public void The_same_recipients_in_another_order_change_nothing()
    {
        using var other = AgeKeygen.Generate(postQuantum: false, home.Context.Random);
        var encrypted = home.Encrypt(
            Plain,
            home.Rule with
            {
                Recipients = [Household.RecipientOf(other), .. home.Rule.Recipients],
            }
        );

        var update = home.Update(
            encrypted,
            Plain,
            home.Rule with
            {
                Recipients = [.. home.Rule.Recipients, Household.RecipientOf(other)],
            }
        );

        Assert.Equal(SopsUpdateKind.Unchanged, update.Kind);
    }

    [Fact]
    public void Another_selector_encrypts_what_was_plain_and_keeps_what_was_encrypted()
    {
        var encrypted = home.Encrypt(Plain, home.KubernetesRule);

        var update = home.Update(encrypted, Plain, home.Rule);

        Assert.Equal(SopsUpdateKind.Reencrypted, update.Kind);
        var changed = Lines.Changed(encrypted, update.Text);
        Assert.Contains("kind", changed);
        Assert.DoesNotContain("TOKEN", changed);
        Assert.Contains("unencrypted_suffix: _unencrypted", update.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("encrypted_regex", update.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mac_only_encrypted", update.Text, StringComparison.Ordinal);
        Assert.Equal(Plain, home.Decrypt(update.Text));
    }

    [Fact]
    public void A_file_of_an_older_sops_keeps_the_order_version_and_unknown_keys_of_its_metadata()
    {
        var lines = home.Encrypt("a: 1\nb: x\n").TrimEnd('\n').Split('\n').ToList();
        var at = lines.FindIndex(static l => l.StartsWith("  lastmodified", StringComparison.Ordinal));
        lines[^1] = "  version: 3.9.4";
        lines.Insert(at, "  pgp: []");
        lines.Insert(at, "  stranger: kept");
        var recipient = lines.FindIndex(static l => l.StartsWith("      recipient:", StringComparison.Ordinal));
        lines.Insert(lines.IndexOf("  age:") + 1, "    - " + lines[recipient].Trim());
        lines.RemoveAt(recipient + 1);
        lines[lines.IndexOf("    - enc: |")] = "      enc: |";
        var old = string.Join('\n', lines) + "\n";

        var update = home.Update(old, "a: 2\nb: x\n");

        Assert.Equal(["a", "lastmodified", "mac"], Lines.Changed(old, update.Text));
    }

    [Theory]
    [InlineData("yaml")]
    [InlineData("json")]
    public void Keys_of_other_kinds_stay_as_they_are(string name)
    {
        var format = name == "yaml" ? SopsFormat.Yaml : SopsFormat.Json;
        var encrypted = format.Encrypt(
            Household.Source(name == "yaml" ? "a: 1\nb: x\n" : "{\"a\": 1, \"b\": \"x\"}"),
            home.Rule,
            home.Context
        );
        // A PGP key beside the age key, with everything SOPS writes for one, and a key of a cloud.
        const string yaml =
            "  pgp:\n    - created_at: \"2026-01-31T12:00:00Z\"\n      enc: |-\n        -----BEGIN PGP MESSAGE-----\n\n        hQEMA\n        -----END PGP MESSAGE-----\n"
            + "      fp: FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4\n  kms:\n    - arn: arn:aws:kms:x\n      created_at: \"2026-01-31T12:00:00Z\"\n      enc: CiC\n      aws_profile: \"\"\n";
        const string json =
            "\"pgp\": [{\"created_at\": \"2026-01-31T12:00:00Z\", \"enc\": \"-----BEGIN\\nhQEMA\", \"fp\": \"FBC7\"}], \"kms\": null, ";
        var file = encrypted
            .Replace("  lastmodified:", yaml + "  lastmodified:", StringComparison.Ordinal)
            .Replace("\"lastmodified\":", json + "\"lastmodified\":", StringComparison.Ordinal);
        Assert.NotEqual(encrypted, file);
        home.Wait();

        var changed = format.Set(Household.Source(file), SopsPath.Parse("[\"a\"]"), "2", home.Keys, home.Context);

        Assert.Equal(SopsUpdateKind.Values, changed.Kind);
        if (name == "yaml")
        {
            Assert.Contains(yaml, changed.Text, StringComparison.Ordinal);
            Assert.Equal(["a", "lastmodified", "mac"], Lines.Changed(file, changed.Text));
        }

        foreach (var part in (string[])["2026-01-31T12:00:00Z", "hQEMA", "FBC7", "kms"])
        {
            Assert.Contains(part, changed.Text, StringComparison.Ordinal);
        }

        Assert.Contains(
            "2",
            format.Decrypt(Household.Source(changed.Text), home.Keys).ToText(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_indentation_of_the_file_is_kept_whatever_the_rule_says()
    {
        var encrypted = home.Encrypt(Plain, home.Rule with { Indents = new StoreIndents(4) });

        var update = home.Update(encrypted, Plain.Replace("bob", "eve", StringComparison.Ordinal));

        Assert.Equal(["USER", "lastmodified", "mac"], Lines.Changed(encrypted, update.Text));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_never_made_anew()
    {
        var encrypted = home.Encrypt(Plain);
        using var none = new SopsKeyRing([]);

        var failure = Assert.Throws<SopsException>(() =>
            SopsFormat.Yaml.Update(Household.Source(encrypted), Household.Source(Plain), home.Rule, none, home.Context)
        );

        Assert.Equal(SopsFailure.NoKey, failure.Failure);
    }

    [Fact]
    public void A_file_with_a_wrong_MAC_is_never_made_anew()
    {
        var lines = home.Encrypt("a: 1\nb: 2\n").Split('\n');
        (lines[0], lines[1]) = (lines[1], lines[0]);

        var failure = Assert.Throws<SopsException>(() => home.Update(string.Join('\n', lines), "a: 1\nb: 2\n"));

        Assert.Equal(SopsFailure.MacMismatch, failure.Failure);
    }

    [Fact]
    public void One_changed_value_of_a_random_document_changes_one_value()
    {
        Gen.Select(YamlGen.Tree, Gen.Int[0, 1000])
            .Sample(
                (tree, seed) =>
                {
                    var plain = YamlGen.Write(tree);
                    var encrypted = home.Encrypt(plain);
                    var entries = tree.Documents[0].Entries.ToList();
                    var keyed = entries.Where(static e => e.Key is not null).ToList();
                    var chosen = entries.IndexOf(keyed[seed % keyed.Count]);
                    entries[chosen] = entries[chosen] with { Value = SopsScalar.String("changed value") };
                    var wanted = YamlGen.Write(tree with { Documents = [new SopsMap(entries)] });

                    var update = home.Update(encrypted, wanted);

                    Assert.Equal(wanted, home.Decrypt(update.Text));
                    var ciphers = update
                        .Text.Split('\n')
                        .Where(static l => l.Contains("ENC[", StringComparison.Ordinal));
                    var before = encrypted.Split('\n').ToHashSet(StringComparer.Ordinal);
                    Assert.InRange(ciphers.Count(l => !before.Contains(l)), 1, 2);
                },
                iter: 200
            );
    }
}
