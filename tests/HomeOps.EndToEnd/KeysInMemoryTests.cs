using System.Diagnostics;
using System.Text;
using HomeOps.Testing;

namespace HomeOps.EndToEnd;

/// <summary>
/// The memory of the running program is searched while the command it started still runs: the data key, either half of it, and the text of
/// the private key are gone. Values of the environment, which it passes on, are there: the search finds what there is.
/// </summary>
public sealed class KeysInMemoryTests
{
    private const string Value = "canary-2b7c-of-the-environment";

    [Theory]
    [InlineData("exec-env", true)]
    [InlineData("exec-file", true)]
    [InlineData("edit", false)]
    public void No_data_key_is_in_the_memory_of_a_command_that_waits(string command, bool isKeyRingCleared)
    {
        using var folder = new ScratchFolder();
        HomeOpsBinary.Run(folder.Path, "secrets", "keygen", "--age-key", "classic", "-o", "age.key").Expect(0);
        var lines = folder.Read("age.key").Split('\n');
        var recipient = lines[1]["# public key: ".Length..];
        folder.Write(".sops.yaml", $"creation_rules:\n  - age: {recipient}\n");
        folder.Write("a.sops.env", $"DATA={Value}\n");
        HomeOpsBinary.Run(folder.Path, "secrets", "encrypt", "-i", "a.sops.env").Expect(0);
        var key = DataKey(folder);
        Assert.Equal(32, key.Length);
        folder.Write("wait.sh", "#!/bin/sh\ntouch started\nexec sleep 30\n");
        File.SetUnixFileMode(
            folder["wait.sh"],
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        string[] rest = command == "edit" ? ["a.sops.env"] : ["a.sops.env", "./wait.sh"];

        using var process = Start(folder, ["secrets", command, .. rest]);
        try
        {
            for (var i = 0; i < 600 && !File.Exists(folder["started"]); i++)
            {
                Thread.Sleep(50);
            }

            Assert.True(File.Exists(folder["started"]), "the command was not started");
            Assert.SkipUnless(
                ProcessMemory.IsReadable(process.Id),
                "the memory of another process cannot be read here"
            );
            int Count(byte[] bytes) => ProcessMemory.Count(ProcessMemory.Masked(bytes), process.Id);
            if (command == "exec-env")
            {
                Assert.NotEqual(0, Count(Encoding.Unicode.GetBytes(Value)));
            }

            Assert.Equal(0, Count(key[..16]));
            Assert.Equal(0, Count(key[16..]));
            Assert.Equal(0, Count(Encoding.ASCII.GetBytes(lines[2])));
            Assert.Equal(0, Count(Encoding.Unicode.GetBytes(lines[2])));
            // X25519 sets and clears bits of the first and the last byte. An editor's homeops needs the key again, once.
            var secret = Secret(lines[2])[4..28];
            Assert.Equal(isKeyRingCleared ? 0 : 1, Count(secret));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    // The 32 bytes that the age block of the file holds.
    private static byte[] DataKey(ScratchFolder folder)
    {
        var line = folder
            .Read("a.sops.env")
            .Split('\n')
            .Single(static l => l.Contains("map_enc=", StringComparison.Ordinal));
        folder.Write(
            "key.age",
            line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Replace("\\n", "\n", StringComparison.Ordinal)
        );
        return HomeOpsBinary.Run(folder.Path, "age", "decrypt", "-i", "age.key", "key.age").Expect(0).OutputBytes;
    }

    // The data part of a Bech32 line without its checksum, five bits a letter.
    private static byte[] Secret(string line)
    {
        const string Letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
        var bytes = new byte[32];
        var digits = line["AGE-SECRET-KEY-1".Length..^6];
        for (var bit = 0; bit < 8 * bytes.Length; bit++)
        {
            var digit = Letters.IndexOf(char.ToLowerInvariant(digits[bit / 5]), StringComparison.Ordinal);
            bytes[bit / 8] |= (byte)(((digit >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        return bytes;
    }

    private static Process Start(ScratchFolder folder, string[] args)
    {
        var start = new ProcessStartInfo(HomeOpsBinary.Path, args)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = folder.Path;
        start.Environment["EDITOR"] = folder["wait.sh"];
        start.Environment["XDG_RUNTIME_DIR"] = folder.Path;
        return Process.Start(start) ?? throw new InvalidOperationException("homeops did not start");
    }
}
