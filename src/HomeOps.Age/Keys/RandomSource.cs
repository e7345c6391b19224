using Org.BouncyCastle.Crypto.Prng;

namespace HomeOps.Age;

/// <summary>Hands the randomness that was passed in to BouncyCastle.</summary>
internal sealed class RandomSource(RandomFill random) : IRandomGenerator
{
    // What comes in is as random as it gets; there is nothing to add.
    public void AddSeedMaterial(byte[] seed) { }

    public void AddSeedMaterial(ReadOnlySpan<byte> seed) { }

    public void AddSeedMaterial(long seed) { }

    public void NextBytes(byte[] bytes) => random(bytes);

    public void NextBytes(byte[] bytes, int start, int len) => random(bytes.AsSpan(start, len));

    public void NextBytes(Span<byte> bytes) => random(bytes);
}
