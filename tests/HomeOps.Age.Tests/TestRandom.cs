namespace HomeOps.Age.Tests;

/// <summary>Repeatable bytes for tests: SHA-256 of a counter. Never a source for real keys.</summary>
internal sealed class TestRandom(int seed = 0)
{
    private ulong counter = (ulong)seed << 32;

    public void Fill(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var block = System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(counter++));
            var count = Math.Min(block.Length, bytes.Length);
            block.AsSpan(0, count).CopyTo(bytes);
            bytes = bytes[count..];
        }
    }
}
