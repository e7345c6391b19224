using System.Security.Cryptography;
using System.Text;
using HomeOps.Age;
using HomeOps.Sops.Ciphering;
using HomeOps.Testing;

namespace HomeOps.Sops.Tests.Keys;

/// <summary>
/// The memory of this process is searched for the bytes of a data key: they are found while a file is worked on, and nowhere after it.
/// The first half of an AES-256 key schedule is the key itself, so this covers the schedule too.
/// </summary>
public sealed class KeyMemoryTests : IDisposable
{
    private const string Plain = "a: 1\nlist:\n  - x\n  - true\ntext: some words\n";

    private readonly byte[] masked = RandomNumberGenerator.GetBytes(DataKey.Length);
    private readonly Household home = new();
    private bool wasInMemory;

    public KeyMemoryTests() => Assert.SkipUnless(ProcessMemory.IsReadable(), "needs /proc");

    public void Dispose() => home.Dispose();

    [Fact]
    public void A_data_key_is_not_in_memory_after_a_file_was_encrypted_decrypted_and_changed()
    {
        var file = Household.Source(SopsFormat.Yaml.Encrypt(Household.Source(Plain), home.Rule, KeyFirst()));
        Assert.True(wasInMemory, "the search does not find a key that is there");
        Assert.False(IsInMemory, "the key is still in memory after encryption");

        Assert.Equal(Plain, SopsFormat.Yaml.Decrypt(file, home.Keys).ToText());
        Assert.False(IsInMemory, "the key is still in memory after decryption");

        home.Wait();
        var changed = Household.Source(Plain.Replace("some", "other", StringComparison.Ordinal));
        var update = SopsFormat.Yaml.Update(file, changed, home.Rule, home.Keys, home.Context);
        Assert.Equal(["text", "lastmodified", "mac"], Lines.Changed(file.Text, update.Text));
        Assert.False(IsInMemory, "the key is still in memory after an update");
    }

    [Fact]
    public void A_data_key_is_not_in_memory_after_a_file_was_refused()
    {
        var file = SopsFormat.Yaml.Encrypt(Household.Source(Plain), home.Rule, KeyFirst());
        var damaged = Household.Source(file.Replace("data:", "data:AA", StringComparison.Ordinal));

        Assert.Throws<SopsException>(() => SopsFormat.Yaml.Decrypt(damaged, home.Keys));

        Assert.False(IsInMemory, "the key is still in memory");
    }

    [Fact]
    public void A_data_key_put_together_from_shares_is_not_in_memory_after_use()
    {
        using var other = AgeKeygen.Generate(postQuantum: false, RandomNumberGenerator.Fill);
        using var both = new SopsKeyRing([KeySource.FromIdentities("both", [home.Identity, other])]);
        var whole = SopsFormat.Yaml.Encrypt(Household.Source(Plain), home.Rule, KeyFirst());
        var start = whole.IndexOf("  age:\n", StringComparison.Ordinal);
        var end = whole.IndexOf("  lastmodified:", StringComparison.Ordinal);
        var groups = Group(home.Identity, 1) + Group(other, 2);
        var file = Household.Source(
            whole[..start] + "  key_groups:\n" + groups + whole[end..] + "  shamir_threshold: 2\n"
        );
        Assert.False(IsInMemory, "the test itself holds the key");

        Assert.Equal(Plain, SopsFormat.Yaml.Decrypt(file, both).ToText());

        Assert.False(IsInMemory, "the key is still in memory");
        Assert.Equal(0, ProcessMemory.Count(MaskedShare(1)));
        Assert.Equal(0, ProcessMemory.Count(MaskedShare(2)));
    }

    private bool IsInMemory => ProcessMemory.Count(masked) > 0;

    // The first random bytes that encryption asks for are the data key.
    private SopsContext KeyFirst()
    {
        var isFirst = true;
        return home.Context with
        {
            Random = bytes =>
            {
                if (isFirst)
                {
                    ProcessMemory.Toggle(masked, bytes);
                }
                else
                {
                    // A look is enough: every value has a random vector.
                    wasInMemory = wasInMemory || IsInMemory;
                    RandomNumberGenerator.Fill(bytes);
                }

                isFirst = false;
            },
        };
    }

    // A point of the line key + x over GF(2^8), as a group of key_groups.
    private string Group(AgeIdentity identity, byte x)
    {
        var share = DataKey.NewBuffer(DataKey.Length + 1);
        ProcessMemory.Toggle(MaskedShare(x), share);
        var recipient = Household.RecipientOf(identity);
        var armored = Encoding.ASCII.GetString(
            AgeFile.Encrypt(share, [recipient], armor: true, RandomNumberGenerator.Fill)
        );
        CryptographicOperations.ZeroMemory(share);
        var text = new StringBuilder("    - age:\n        - enc: |\n");
        foreach (var line in armored.TrimEnd('\n').Split('\n'))
        {
            text.Append("            ").Append(line).Append('\n');
        }

        return text.Append("          recipient: ").Append(recipient).Append('\n').ToString();
    }

    private byte[] MaskedShare(byte x)
    {
        var share = new byte[DataKey.Length + 1];
        for (var i = 0; i < DataKey.Length; i++)
        {
            share[i] = (byte)(masked[i] ^ x);
        }

        share[^1] = ProcessMemory.Masked([x])[0];
        return share;
    }
}
