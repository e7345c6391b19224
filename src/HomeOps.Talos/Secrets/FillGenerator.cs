using HomeOps.Age;
using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Security;

namespace HomeOps.Talos.Secrets;

/// <summary>Lets BouncyCastle draw from the randomness that was passed in.</summary>
internal sealed class FillGenerator(RandomFill random) : IRandomGenerator
{
    public static SecureRandom For(RandomFill random) => new(new FillGenerator(random));

    public void AddSeedMaterial(byte[] seed) { }

    public void AddSeedMaterial(ReadOnlySpan<byte> seed) { }

    public void AddSeedMaterial(long seed) { }

    public void NextBytes(byte[] bytes) => random(bytes);

    public void NextBytes(byte[] bytes, int start, int len) => random(bytes.AsSpan(start, len));

    public void NextBytes(Span<byte> bytes) => random(bytes);
}
