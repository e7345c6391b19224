using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>
/// Damaged contents: bytes changed, chunks dropped, doubled, moved, taken from another file, or sealed with the right key in the wrong place. What is
/// accepted is what was encrypted, and what is refused has released only whole chunks from its beginning.
/// </summary>
public sealed class StreamFuzzTests
{
    private const int Sealed = PayloadKey.ChunkSize + PayloadKey.TagSize;

    // Most are short, for these run fast and the rules are the same.
    private static readonly int[] Lengths = [0, 1, 100, 100, 100, 1000, 65535, 65536, 65537, 131072, 140000];

    private readonly byte[] fileKey = [.. "a key of 16 byte"u8];
    private readonly List<(byte[] Plain, byte[] File)> files = [];

    public StreamFuzzTests()
    {
        var random = new TestRandom();
        foreach (var length in Lengths)
        {
            var plain = new byte[length];
            random.Fill(plain);
            var output = new MemoryStream();
            PayloadWriter.Write(plain, output, fileKey, random.Fill);
            files.Add((plain, output.ToArray()));
        }
    }

    [Fact]
    public void Damaged_content_is_refused_or_is_what_was_encrypted() =>
        TestContext.Current.TestOutputHelper?.WriteLine(FuzzRun.Of("age STREAM", Execute).ToString());

    private bool Execute(Random random)
    {
        // Files of several chunks take a hundred times as long, and there is more to do wrong with them.
        var (plain, file) = files[random.Next(random.Next(16) == 0 ? files.Count : 6)];
        var input = Damage(plain, file, random);
        var output = new MemoryStream();
        try
        {
            PayloadReader.Read(new ByteReader(new MemoryStream(input)), output, fileKey, PayloadKey.ChunkSize);
        }
        catch (AgeException)
        {
            Assert.False(input.AsSpan().SequenceEqual(file), "a sound file was refused");
            Assert.Equal(0, output.Length % PayloadKey.ChunkSize);
            Assert.True(plain.AsSpan().StartsWith(output.ToArray()), "released what was not encrypted");
            return false;
        }

        Assert.True(plain.AsSpan().SequenceEqual(output.ToArray()), "accepted what was not encrypted");
        return true;
    }

    private byte[] Damage(byte[] plain, byte[] file, Random random)
    {
        var nonce = file[..PayloadKey.NonceSize];
        var chunks = file[PayloadKey.NonceSize..].Chunk(Sealed).ToList();
        var at = random.Next(chunks.Count);
        switch (random.Next(12))
        {
            case 0:
                chunks.RemoveAt(at);
                break;
            case 1:
                chunks.Insert(random.Next(chunks.Count), chunks[at]);
                break;
            case 2:
                (chunks[0], chunks[at]) = (chunks[at], chunks[0]);
                break;
            case 3:
                var (_, other) = files[random.Next(files.Count)];
                chunks[at] = other[PayloadKey.NonceSize..].Chunk(Sealed).First();
                break;
            case 4:
                chunks.Add(Seal(nonce, random.Next(chunks.Count + 1), new byte[random.Next(3)], last: true));
                break;
            case 5:
                // The last chunk, when it is full, no longer says so; an empty one behind it does.
                var rest = plain.AsSpan((chunks.Count - 1) * PayloadKey.ChunkSize);
                chunks[^1] = Seal(nonce, chunks.Count - 1, rest, last: rest.Length < PayloadKey.ChunkSize);
                chunks.Add(Seal(nonce, chunks.Count, [], last: true));
                break;
            case 6:
                chunks[at] = [.. chunks[at], .. new byte[random.Next(1, 20)]];
                break;
            case 7:
                chunks[at] = chunks[at][..random.Next(chunks[at].Length)];
                break;
            default:
                return Fuzz.Damage(file, random);
        }

        return [.. nonce, .. chunks.SelectMany(static c => c)];
    }

    // A chunk made with the right key: authentic in itself, and only its place or its kind is wrong.
    private byte[] Seal(byte[] nonce, int number, ReadOnlySpan<byte> content, bool last)
    {
        using var key = new PayloadKey(fileKey, nonce);
        for (var i = 0; i < number; i++)
        {
            key.Seal([], last: false, new byte[PayloadKey.TagSize]);
        }

        var chunk = new byte[content.Length + PayloadKey.TagSize];
        key.Seal(content, last, chunk);
        return chunk;
    }
}
