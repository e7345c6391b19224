using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>npm's age-encryption, an independent implementation: 500 random files each way, classic, post-quantum and with a passphrase.</summary>
public sealed class AgeEncryptionTests
{
    private static readonly string[] Kinds = ["x25519", "hybrid", "passphrase"];

    [Fact]
    public void It_opens_500_random_files_that_were_encrypted_here()
    {
        using var cases = new PeerCases(Kinds);
        cases.PeerOpensOurs(
            static kind => [TestKeys.Recipient(kind)],
            () =>
                PeerProgram.Node(
                    cases.Folder,
                    """
                    import { Decrypter, armor } from "age-encryption";
                    import { readFileSync, writeFileSync } from "node:fs";
                    const [, , classic, hybrid] = process.argv;
                    for (const [i, c] of JSON.parse(readFileSync("cases.json", "utf8")).entries()) {
                      const decrypter = new Decrypter();
                      if (c.kind === "passphrase") decrypter.addPassphrase("test only");
                      else decrypter.addIdentity(c.kind === "hybrid" ? hybrid : classic);
                      const file = readFileSync(`${i}.age`);
                      writeFileSync(`${i}.opened`, await decrypter.decrypt(c.armor ? armor.decode(file.toString()) : file));
                    }
                    """,
                    TestKeys.Classic,
                    TestKeys.Hybrid
                )
        );
    }

    [Fact]
    public void Its_500_random_files_are_opened_here()
    {
        using var cases = new PeerCases(Kinds);
        cases.WeOpenThePeers(
            TestKeys.Identity,
            () =>
                PeerProgram.Node(
                    cases.Folder,
                    """
                    import { Encrypter, armor } from "age-encryption";
                    import { readFileSync, writeFileSync } from "node:fs";
                    const [, , classic, hybrid] = process.argv;
                    for (const [i, c] of JSON.parse(readFileSync("cases.json", "utf8")).entries()) {
                      const encrypter = new Encrypter();
                      if (c.kind === "passphrase") {
                        encrypter.setPassphrase("test only");
                        encrypter.setScryptWorkFactor(4);
                      } else encrypter.addRecipient(c.kind === "hybrid" ? hybrid : classic);
                      const file = await encrypter.encrypt(readFileSync(`${i}.plain`));
                      writeFileSync(`${i}.age`, c.armor ? armor.encode(file) : file);
                    }
                    """,
                    TestKeys.ClassicRecipient,
                    $"{TestKeys.Recipient("hybrid")}"
                )
        );
    }
}
