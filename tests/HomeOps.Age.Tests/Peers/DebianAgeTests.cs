using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>Debian's age (classic keys and SSH keys; a passphrase it asks of a terminal only): 500 random files each way.</summary>
public sealed class DebianAgeTests
{
    private const string Arguments = """
        kinds=($(node -e 'for (const c of JSON.parse(require("fs").readFileSync("cases.json"))) console.log(c.kind + (c.armor ? ":-a" : ":"))'))
        """;

    private static readonly string[] Kinds = ["x25519", "ssh-ed25519", "x25519", "ssh-rsa", "all"];

    [Fact]
    public void It_opens_500_random_files_that_were_encrypted_here()
    {
        using var cases = new PeerCases(Kinds);
        WriteKeys(cases);
        cases.PeerOpensOurs(
            static kind =>
                kind == "all" ? [.. Kinds[..4].Distinct().Select(TestKeys.Recipient)] : [TestKeys.Recipient(kind)],
            () =>
                PeerProgram.Shell(
                    cases.Folder,
                    $"{Arguments}\n"
                        + """
                        for i in ${!kinds[@]}; do
                          key=${kinds[i]%:*}
                          [ $key = all ] && key=x25519
                          age -d -i $key $i.age > $i.opened
                        done
                        """
                )
        );
    }

    [Fact]
    public void Its_500_random_files_are_opened_here()
    {
        using var cases = new PeerCases(Kinds);
        WriteKeys(cases);
        cases.WeOpenThePeers(
            static kind => TestKeys.Identity(kind == "all" ? "ssh-ed25519" : kind),
            () =>
                PeerProgram.Shell(
                    cases.Folder,
                    $"{Arguments}\n"
                        + """
                        for i in ${!kinds[@]}; do
                          key=${kinds[i]%:*} armor=${kinds[i]#*:}
                          recipients="-R $key.pub"
                          [ $key = all ] && recipients="-R x25519.pub -R ssh-ed25519.pub -R ssh-rsa.pub"
                          age $armor $recipients -o $i.age $i.plain
                        done
                        """
                )
        );
    }

    private static void WriteKeys(PeerCases cases)
    {
        File.WriteAllText(Path.Join(cases.Folder, "x25519"), TestKeys.Classic + "\n");
        foreach (var kind in (string[])["ssh-ed25519", "ssh-rsa"])
        {
            var file = Path.Join(cases.Folder, kind);
            File.WriteAllBytes(file, TestKeys.Case($"test-only-{kind[4..]}"));
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        foreach (var kind in Kinds[..4].Distinct())
        {
            File.WriteAllText(Path.Join(cases.Folder, kind + ".pub"), TestKeys.Recipient(kind) + "\n");
        }
    }
}
