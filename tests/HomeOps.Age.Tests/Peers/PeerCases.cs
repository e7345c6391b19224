using System.Text.Json;
using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>
/// 500 random files for a peer, in a folder: N.plain, and N.age by one side for the other to open as N.opened. One process of the peer takes them all.
/// </summary>
internal sealed class PeerCases : IDisposable
{
    public const int Count = 500;

    private static readonly int[] Edges = [0, 1, 47, 48, 49, 65535, 65536, 65537, 131072];

    private readonly int seed = Environment.TickCount;
    private readonly TestRandom random;
    private readonly string[] kinds;

    public PeerCases(params string[] kinds)
    {
        Assert.SkipWhen(PeerProgram.Folder is null, "compares with peers that .ci/run installs");
        this.kinds = kinds;
        random = new TestRandom(seed);
        var decisions = new Random(seed);
        for (var i = 0; i < Count; i++)
        {
            var plain = new byte[decisions.Next(10) == 0 ? Edges[decisions.Next(Edges.Length)] : decisions.Next(5000)];
            decisions.NextBytes(plain);
            File.WriteAllBytes(this[i, "plain"], plain);
        }

        File.WriteAllText(
            Path.Join(Folder, "cases.json"),
            JsonSerializer.Serialize(
                Enumerable.Range(0, Count).Select(i => new { Kind = Kind(i), Armor = IsArmored(i) }),
                JsonSerializerOptions.Web
            )
        );
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("homeops-peer-").FullName;

    private string this[int i, string ending] => Path.Join(Folder, $"{i}.{ending}");

    public string Kind(int i) => kinds[i % kinds.Length];

    public static bool IsArmored(int i) => i / 7 % 2 == 0;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Encrypts every N.plain to N.age here; the peer opens them; what it found is compared.</summary>
    public void PeerOpensOurs(Func<string, IReadOnlyList<AgeRecipient>> recipientsOf, Action peer)
    {
        for (var i = 0; i < Count; i++)
        {
            var plain = File.ReadAllBytes(this[i, "plain"]);
            File.WriteAllBytes(
                this[i, "age"],
                AgeFile.Encrypt(plain, recipientsOf(Kind(i)), IsArmored(i), random.Fill)
            );
        }

        peer();
        for (var i = 0; i < Count; i++)
        {
            Expect(i, File.ReadAllBytes(this[i, "opened"]));
        }
    }

    /// <summary>The peer encrypts every N.plain to N.age; they are opened here, and what was found is compared.</summary>
    public void WeOpenThePeers(Func<string, AgeIdentity> identityOf, Action peer)
    {
        peer();
        for (var i = 0; i < Count; i++)
        {
            Expect(i, AgeFile.Decrypt(File.ReadAllBytes(this[i, "age"]), [identityOf(Kind(i))]));
        }
    }

    private void Expect(int i, byte[] opened) =>
        Assert.True(
            File.ReadAllBytes(this[i, "plain"]).AsSpan().SequenceEqual(opened),
            $"file {i} of seed {seed} ({Kind(i)}) differs"
        );
}
