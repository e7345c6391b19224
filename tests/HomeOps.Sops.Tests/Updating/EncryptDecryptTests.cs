using CsCheck;

namespace HomeOps.Sops.Tests.Updating;

public sealed class EncryptDecryptTests : IDisposable
{
    private const string Secret = """
        apiVersion: v1
        kind: Secret
        # above metadata
        metadata:
          name: cluster-secrets
          labels: {app: x}
        stringData:
          # inside
          DOMAIN: example.com # behind
          PORT: "8080"
          EMPTY: ""
          CERT: |
            line one
            line two
        """;

    private readonly Household home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public void Values_under_the_chosen_keys_are_encrypted_and_all_else_stays_readable()
    {
        var encrypted = home.Encrypt(Secret, home.KubernetesRule).Split('\n');

        Assert.Equal("apiVersion: v1", encrypted[0]);
        Assert.Equal("# above metadata", encrypted[2]);
        Assert.Equal("  name: cluster-secrets", encrypted[4]);
        Assert.StartsWith("  #ENC[AES256_GCM,data:", encrypted[8], StringComparison.Ordinal);
        Assert.StartsWith("  DOMAIN: ENC[AES256_GCM,data:", encrypted[9], StringComparison.Ordinal);
        Assert.Contains("type:str] #ENC[", encrypted[9], StringComparison.Ordinal);
        Assert.Equal("  EMPTY: \"\"", encrypted[11]);
        Assert.DoesNotContain(encrypted, static l => l.Contains("example.com", StringComparison.Ordinal));
        Assert.DoesNotContain(encrypted, static l => l.Contains("inside", StringComparison.Ordinal));
    }

    [Fact]
    public void Metadata_stand_last_in_the_order_of_sops_3_13()
    {
        var lines = home.Encrypt(Secret, home.KubernetesRule).Split('\n');
        var start = Array.IndexOf(lines, "sops:");

        Assert.Equal("  age:", lines[start + 1]);
        Assert.Equal("    - enc: |", lines[start + 2]);
        Assert.Equal("        -----BEGIN AGE ENCRYPTED FILE-----", lines[start + 3]);
        var end = Array.IndexOf(lines, "        -----END AGE ENCRYPTED FILE-----");
        Assert.Equal($"      recipient: {home.Identity.Recipient}", lines[end + 1]);
        Assert.Equal("  encrypted_regex: ^(data|stringData)$", lines[end + 2]);
        Assert.Equal("  lastmodified: \"2026-01-31T12:00:00Z\"", lines[end + 3]);
        Assert.StartsWith("  mac: ENC[AES256_GCM,data:", lines[end + 4], StringComparison.Ordinal);
        Assert.Equal("  mac_only_encrypted: true", lines[end + 5]);
        Assert.Equal("  version: 3.13.1", lines[end + 6]);
        Assert.Equal("", lines[end + 7]);
        Assert.Equal(end + 8, lines.Length);
    }

    [Fact]
    public void Decryption_gives_the_values_and_comments_back()
    {
        Assert.Equal(
            """
            apiVersion: v1
            kind: Secret
            # above metadata
            metadata:
              name: cluster-secrets
              labels:
                app: x
            stringData:
              # inside
              # behind
              DOMAIN: example.com
              PORT: "8080"
              EMPTY: ""
              CERT: |-
                line one
                line two

            """,
            home.Decrypt(home.Encrypt(Secret, home.KubernetesRule))
        );
    }

    [Fact]
    public void Types_survive()
    {
        const string plain = """
            a: 1
            b: true
            c: 1.5
            d: null
            e: 2026-01-31T10:00:00Z
            f: "true"
            g: 1e30
            h: "yes"
            i:
              - 1
              - "2"
              - - x
              - k: v
            j: {}
            k: []
            l: !!binary //79

            """;

        var plainAgain = home.Decrypt(home.Encrypt(plain));

        Assert.Equal(plain.Replace("1e30", "1e+30", StringComparison.Ordinal), plainAgain);
    }

    [Fact]
    public void A_list_comment_becomes_an_item_and_a_comment_again()
    {
        const string plain = """
            list:
              # one
              - a
              # two

            """;

        var encrypted = home.Encrypt(plain);

        Assert.Equal(3, encrypted.Split('\n').Count(static l => l.StartsWith("  - ENC[", StringComparison.Ordinal)));
        Assert.Equal(plain, home.Decrypt(encrypted));
    }

    [Fact]
    public void Every_document_carries_the_same_metadata()
    {
        const string plain = "a: 1\n---\nb: 2\n";

        var encrypted = home.Encrypt(plain);
        var parts = encrypted.Split("---\n", StringSplitOptions.None);

        Assert.Equal(2, encrypted.Split('\n').Count(static l => l == "sops:"));
        Assert.Single(
            encrypted.Split('\n').Where(static l => l.StartsWith("  mac:", StringComparison.Ordinal)).Distinct()
        );
        Assert.Equal(plain, home.Decrypt(encrypted));
        Assert.True(parts.Length >= 2);
    }

    [Fact]
    public void Aliases_are_written_out()
    {
        var encrypted = home.Encrypt("a: &x {b: 1}\nc: *x\n");

        Assert.Equal("a:\n  b: 1\nc:\n  b: 1\n", home.Decrypt(encrypted));
    }

    [Fact]
    public void Any_of_several_recipients_opens_the_file_classic_or_post_quantum()
    {
        using var other = Age.AgeKeygen.Generate(postQuantum: true, home.Context.Random);
        var rule = CreationRule.For(home.Rule.Recipients[0], Household.RecipientOf(other));
        var encrypted = home.Encrypt("a: 1\n", rule);
        using var otherKeys = new SopsKeyRing([KeySource.FromIdentities("other", [other])]);

        Assert.Equal("a: 1\n", SopsFormat.Yaml.Decrypt(Household.Source(encrypted), otherKeys).ToText());
        Assert.Equal("a: 1\n", home.Decrypt(encrypted));
    }

    [Fact]
    public void Random_documents_come_back_equal() =>
        YamlGen.Document.Sample(
            plain =>
            {
                var encrypted = home.Encrypt(plain);
                Assert.Equal(plain, home.Decrypt(encrypted));
                Assert.Same(encrypted, home.Update(encrypted, plain).Text);
            },
            iter: 500
        );
}
