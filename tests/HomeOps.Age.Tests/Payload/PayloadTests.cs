namespace HomeOps.Age.Tests;

public sealed class PayloadTests
{
    private const int SealedChunk = PayloadKey.ChunkSize + PayloadKey.TagSize;

    private static readonly byte[] FileKeyBytes = new byte[16];

    [Theory]
    [InlineData(0, 16 + 16)]
    [InlineData(32, 16 + 48)]
    [InlineData(65536, 16 + SealedChunk)]
    [InlineData(65537, 16 + SealedChunk + 17)]
    [InlineData(131072, 16 + (2 * SealedChunk))]
    public void A_payload_has_a_nonce_and_a_tag_on_every_chunk(int size, int expected)
    {
        var payload = Write(size);

        Assert.Equal(expected, payload.Length);
        Assert.Equal(size, Read(payload).Length);
    }

    [Fact]
    public void Chunks_cannot_be_moved_dropped_repeated_or_added()
    {
        var payload = Write(3 * PayloadKey.ChunkSize);
        var nonce = payload[..16];
        var chunks = payload[16..].Chunk(SealedChunk).ToArray();

        Refuse([.. nonce, .. chunks[1], .. chunks[0], .. chunks[2]]);
        Refuse([.. nonce, .. chunks[0], .. chunks[2]]);
        Refuse([.. nonce, .. chunks[0], .. chunks[1]]);
        Refuse([.. nonce, .. chunks[0], .. chunks[0], .. chunks[1], .. chunks[2]]);
        Refuse([.. payload, .. chunks[2]]);
        Refuse([.. payload, 0]);
        Refuse(nonce);
        Refuse([.. nonce, .. chunks[2]]);
    }

    [Fact]
    public void An_empty_chunk_behind_others_is_refused()
    {
        using var key = new PayloadKey(FileKeyBytes, new byte[16]);
        var payload = new byte[16 + SealedChunk + 16];
        key.Seal(new byte[PayloadKey.ChunkSize], last: false, payload.AsSpan(16, SealedChunk));
        key.Seal([], last: true, payload.AsSpan(16 + SealedChunk));

        Refuse(payload);
    }

    private static void Refuse(byte[] payload) =>
        Assert.Equal(AgeFailure.PayloadFailure, Assert.Throws<AgeException>(() => Read(payload)).Failure);

    private static byte[] Write(int size)
    {
        var output = new MemoryStream();
        PayloadWriter.Write(new byte[size], output, FileKeyBytes, new TestRandom().Fill);
        return output.ToArray();
    }

    private static byte[] Read(byte[] payload)
    {
        var output = new MemoryStream();
        PayloadReader.Read(new ByteReader(new MemoryStream(payload)), output, FileKeyBytes, PayloadKey.ChunkSize);
        return output.ToArray();
    }
}
