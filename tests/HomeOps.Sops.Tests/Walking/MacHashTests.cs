using HomeOps.Sops.Walking;

namespace HomeOps.Sops.Tests.Walking;

/// <summary>The expected digests were computed with OpenSSL.</summary>
public sealed class MacHashTests
{
    [Fact]
    public void Hashes_values_in_order_without_keys_nulls_or_separators()
    {
        using var hash = new MacHash(onlyEncrypted: false);
        hash.Add(SopsScalar.Int(7), encrypted: false);
        hash.Add(SopsScalar.Bool(false), encrypted: true);
        hash.Add(SopsScalar.Null, encrypted: true);
        hash.Add(SopsScalar.String(""), encrypted: true);
        hash.Add(SopsScalar.String("hello"), encrypted: true);
        hash.Add(SopsScalar.Float(2.25), encrypted: false);

        Assert.Equal(
            "64368EDBDCF3D214E1DC4B87FB0E1912292B90596C297B310EAE8AA4B82B2318E40A730BD35367683DA23018CF889AD71DF1BD4176F9F80047C16C92E15FDE6C",
            hash.Finish()
        );
    }

    [Fact]
    public void Leaves_plain_values_out_when_told_so()
    {
        using var hash = new MacHash(onlyEncrypted: true);
        hash.Add(SopsScalar.Int(7), encrypted: false);
        hash.Add(SopsScalar.String("hello"), encrypted: true);

        Assert.Equal(
            "AB53BE959DEF78AB23AB9F9A75E134502533FE5A3993047AE8796EADC89707E5244788D2F0A5AD9DF18F64582C106BDAD4937DACD054F46B4FB0B49BDA6E9E7D",
            hash.Finish()
        );
    }
}
