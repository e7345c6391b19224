namespace HomeOps.EndToEnd;

/// <summary>
/// The move from an X25519 to a post-quantum key, with every step killed at system calls of it: whatever was reached, each file opens with the old or
/// the new key, and the same step run again ends where it would have ended. HOMEOPS_CRASH=full kills at every call.
/// </summary>
public sealed class MigrationKilledTests
{
    private const string Plain = "kind: Secret\nstringData:\n  token: not-a-real-token\n";

    private static readonly string[] Calls = ["openat", "pwrite64", "fsync", "rename"];
    private static readonly string[] Names = ["a.sops.yaml", "b.sops.yaml", "c/d.sops.yaml"];
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("HOMEOPS_CRASH") == "full";

    [Fact]
    public void Every_step_can_be_killed_and_done_again()
    {
        Strace.Require();
        using var folder = Repository();
        var before = Read(folder);

        // A key file is there whole or not at all, and a new run makes it.
        KilledAndRepeated(
            folder,
            ["secrets", "keygen", "-o", "new.key"],
            expectAfterKill: () =>
            {
                if (File.Exists(folder["new.key"]))
                {
                    Assert.Contains("AGE-SECRET-KEY-PQ-1", folder.Read("new.key"), StringComparison.Ordinal);
                    File.Delete(folder["new.key"]);
                }
            },
            restore: static () => { }
        );

        // Both keys.
        WriteRule(folder, Recipient(folder, "age.key"), Recipient(folder, "new.key"));
        KilledAndRepeated(
            folder,
            ["secrets", "updatekeys", "--yes"],
            expectAfterKill: () => ExpectOpen(folder, "age.key"),
            restore: () => Write(folder, before)
        );
        Verify(folder, 0, "new.key");
        Verify(folder, 0, "age.key");

        // The new key alone.
        var dual = Read(folder);
        WriteRule(folder, Recipient(folder, "new.key"));
        KilledAndRepeated(
            folder,
            ["secrets", "updatekeys", "--yes"],
            expectAfterKill: () => ExpectOpen(folder, "new.key"),
            restore: () => Write(folder, dual)
        );
        Verify(folder, 0, "new.key");
        Verify(folder, 1, "age.key");

        // No value was encrypted anew on the way.
        foreach (var (name, text) in before)
        {
            Assert.Equal(Token(text), Token(folder.Read(name)));
        }
    }

    private static void KilledAndRepeated(ScratchFolder folder, string[] args, Action expectAfterKill, Action restore)
    {
        var places = Strace
            .Number(folder.Path, Calls, args)
            .SelectMany(static c => c.Value.Select(n => (c.Key, n)))
            .ToList();
        expectAfterKill();
        var step = IsFull ? 1 : Math.Max(1, places.Count / 6);
        for (var i = 0; i < places.Count; i += step)
        {
            restore();
            var (call, number) = places[i];
            Strace.Inject(folder.Path, call, $"signal=SIGKILL:when={number}", args);
            expectAfterKill();
        }

        HomeOpsBinary.Run(folder.Path, args).Expect(0);
    }

    private static void ExpectOpen(ScratchFolder folder, string key)
    {
        foreach (var name in Names)
        {
            Assert.Equal(
                Plain,
                HomeOpsBinary
                    .Run(
                        folder.Path,
                        input: null,
                        ["secrets", "decrypt", name],
                        new Dictionary<string, string>(StringComparer.Ordinal) { ["SOPS_AGE_KEY_FILE"] = folder[key] }
                    )
                    .Expect(0)
                    .Output
            );
        }
    }

    private static void Verify(ScratchFolder folder, int expected, string key) =>
        HomeOpsBinary.Run(folder.Path, "secrets", "check", "--identity", key).Expect(expected);

    private static ScratchFolder Repository()
    {
        var folder = new ScratchFolder();
        HomeOpsBinary.Run(folder.Path, "secrets", "keygen", "--age-key", "classic", "-o", "age.key").Expect(0);
        WriteRule(folder, Recipient(folder, "age.key"));
        foreach (var name in Names)
        {
            folder.Write(name, Plain);
            HomeOpsBinary.Run(folder.Path, "secrets", "encrypt", "-i", name).Expect(0);
        }

        return folder;
    }

    private static Dictionary<string, string> Read(ScratchFolder folder) =>
        Names.ToDictionary(static n => n, folder.Read, StringComparer.Ordinal);

    private static void Write(ScratchFolder folder, Dictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            folder.Write(name, text);
        }
    }

    private static string Recipient(ScratchFolder folder, string key) =>
        folder.Read(key).Split('\n')[1]["# public key: ".Length..];

    private static string Token(string text) =>
        text.Split('\n').Single(static l => l.Contains("token:", StringComparison.Ordinal));

    private static void WriteRule(ScratchFolder folder, params string[] recipients) =>
        folder.Write(
            ".sops.yaml",
            $"creation_rules:\n  - path_regex: \\.sops\\.yaml$\n    encrypted_regex: ^stringData$\n    age: {string.Join(',', recipients)}\nstores:\n  yaml:\n    indent: 2\n"
        );
}
