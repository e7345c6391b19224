using System.Security.Cryptography;
using System.Text;
using HomeOps.Age;
using HomeOps.Text;

namespace HomeOps.Sops.Tests.Keys;

/// <summary>A file whose data key is divided among two groups, made by hand: sops writes such files, this library reads them.</summary>
public sealed class KeyGroupTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(static i => (byte)i)];

    private readonly Household home = new();
    private readonly AgeIdentity other = AgeKeygen.Generate(postQuantum: false, RandomNumberGenerator.Fill);
    private readonly SourceText file;

    public KeyGroupTests()
    {
        var whole = SopsFormat.Yaml.Encrypt(
            Household.Source("a: 1\n"),
            home.Rule,
            home.Context with
            {
                Random = KeyFirst(),
            }
        );
        var start = whole.IndexOf("  age:\n", StringComparison.Ordinal);
        var end = whole.IndexOf("  lastmodified:", StringComparison.Ordinal);

        // Points 1 and 2 of the line key + x over GF(2^8).
        var groups = Group(home.Identity, 1) + Group(other, 2);
        file = Household.Source(
            whole[..start] + "  key_groups:\n" + groups + whole[end..] + "  shamir_threshold: \"2\"\n"
        );
    }

    public void Dispose()
    {
        home.Dispose();
        other.Dispose();
    }

    [Fact]
    public void One_key_of_each_group_opens_it()
    {
        using var both = new SopsKeyRing([KeySource.FromIdentities("both", [home.Identity, other])]);

        Assert.Equal("a: 1\n", SopsFormat.Yaml.Decrypt(file, both).ToText());
    }

    [Fact]
    public void The_key_of_one_group_does_not()
    {
        var failure = Assert.Throws<SopsException>(() => SopsFormat.Yaml.Decrypt(file, home.Keys));

        Assert.Equal(SopsFailure.NoKey, failure.Failure);
        Assert.EndsWith(
            "; 1 of the 2 key groups needed could be opened",
            failure.Diagnostic.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_changed_value_leaves_the_groups_as_they_are()
    {
        using var both = new SopsKeyRing([KeySource.FromIdentities("both", [home.Identity, other])]);
        home.Wait();

        var update = SopsFormat.Yaml.Update(file, Household.Source("a: 2\n"), home.Rule, both, home.Context);

        Assert.Equal(["a", "lastmodified", "mac"], Lines.Changed(file.Text, update.Text));
    }

    [Fact]
    public void Its_data_key_cannot_be_changed_here()
    {
        using var both = new SopsKeyRing([KeySource.FromIdentities("both", [home.Identity, other])]);

        Assert.Equal(
            "HO0616",
            Assert.Throws<SopsException>(() => SopsFormat.Yaml.Rotate(file, both, home.Context)).Diagnostic.Code
        );
    }

    private static string Group(AgeIdentity identity, byte x)
    {
        byte[] part = [.. Key.Select(k => (byte)(k ^ x)), x];
        var armored = Encoding.ASCII.GetString(
            AgeFile.Encrypt(part, [Household.RecipientOf(identity)], armor: true, RandomNumberGenerator.Fill)
        );
        var block = string.Concat(armored.TrimEnd('\n').Split('\n').Select(static l => $"            {l}\n"));
        return $"    - age:\n        - enc: |\n{block}          recipient: {identity.Recipient}\n";
    }

    private static RandomFill KeyFirst()
    {
        var first = true;
        return bytes =>
        {
            RandomNumberGenerator.Fill(bytes);
            if (first)
            {
                Key.CopyTo(bytes);
                first = false;
            }
        };
    }
}
