using System.Text;

namespace HomeOps.EndToEnd;

/// <summary>Debian's age and npm's age-encryption read what homeops writes, and the other way round.</summary>
public sealed class AgePeerTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(
        "a secret of some length\nwith ünïcode and a second line\n"
    );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Debians_age_opens_what_homeops_encrypts_for_a_classic_key(bool armor)
    {
        Peers.Require();
        using var folder = new ScratchFolder();
        var recipient = MakeKey(folder, "classic");

        var file = HomeOpsBinary
            .Run(
                folder.Path,
                Text,
                armor ? ["age", "encrypt", "-r", recipient, "-a"] : ["age", "encrypt", "-r", recipient]
            )
            .Expect(0)
            .OutputBytes;

        Assert.Equal(Text, Program.Run("age", folder.Path, ["-d", "-i", "key.txt"], file).Expect(0).OutputBytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65536)]
    [InlineData(200_000)]
    public void Homeops_opens_what_Debians_age_encrypts(int length)
    {
        Peers.Require();
        using var folder = new ScratchFolder();
        var recipient = MakeKey(folder, "classic");
        var content = Encoding.ASCII.GetBytes(new string('x', length));

        var file = Program.Run("age", folder.Path, ["-r", recipient], content).Expect(0).OutputBytes;

        Assert.Equal(
            content,
            HomeOpsBinary.Run(folder.Path, file, ["age", "decrypt", "-i", "key.txt"]).Expect(0).OutputBytes
        );
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("post-quantum")]
    public void Npms_age_encryption_opens_what_homeops_encrypts(string kind)
    {
        using var folder = new ScratchFolder();
        var recipient = MakeKey(folder, kind);
        File.WriteAllBytes(
            folder["secret.age"],
            HomeOpsBinary.Run(folder.Path, Text, ["age", "encrypt", "-r", recipient]).Expect(0).OutputBytes
        );

        var opened = Peers.Node(
            folder.Path,
            """
            import { Decrypter } from "age-encryption";
            import { readFileSync } from "node:fs";
            const d = new Decrypter();
            d.addIdentity(process.argv[2]);
            process.stdout.write(await d.decrypt(readFileSync("secret.age")));
            """,
            SecretLine(folder)
        );

        Assert.Equal(Text, opened.Expect(0).OutputBytes);
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("post-quantum")]
    public void Homeops_opens_what_npms_age_encryption_encrypts(string kind)
    {
        using var folder = new ScratchFolder();
        var recipient = MakeKey(folder, kind);

        var file = Peers
            .Node(
                folder.Path,
                """
                import { Encrypter } from "age-encryption";
                const e = new Encrypter();
                e.addRecipient(process.argv[2]);
                process.stdout.write(await e.encrypt("a secret for homeops"));
                """,
                recipient
            )
            .Expect(0)
            .OutputBytes;

        Assert.Equal(
            "a secret for homeops",
            HomeOpsBinary.Run(folder.Path, file, ["age", "decrypt", "-i", "key.txt"]).Expect(0).Output
        );
    }

    /// <summary>Makes key.txt and returns its recipient.</summary>
    private static string MakeKey(ScratchFolder folder, string kind)
    {
        HomeOpsBinary.Run(folder.Path, "secrets", "keygen", "--age-key", kind, "-o", "key.txt").Expect(0);
        return folder
            .Read("key.txt")
            .Split('\n')
            .Single(static l => l.StartsWith("# public key: ", StringComparison.Ordinal))[14..];
    }

    private static string SecretLine(ScratchFolder folder) =>
        folder
            .Read("key.txt")
            .Split('\n')
            .Single(static l => l.StartsWith("AGE-SECRET-KEY-", StringComparison.Ordinal));
}
