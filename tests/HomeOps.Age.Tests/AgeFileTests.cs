using CsCheck;

namespace HomeOps.Age.Tests;

public sealed class AgeFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_encrypted_to_a_key_is_decrypted_with_it(bool postQuantum)
    {
        using var identity = AgeKeygen.Generate(postQuantum, new TestRandom(1).Fill);
        var sizes = Gen.OneOf(Gen.Int[0, 200], Gen.Int[65530, 65540], Gen.Int[131070, 131080]);
        Gen.Select(sizes, Gen.Bool, Gen.Int[0, 1000])
            .Sample(
                (size, armor, seed) =>
                {
                    var random = new TestRandom(seed);
                    var plaintext = new byte[size];
                    random.Fill(plaintext);

                    var file = AgeFile.Encrypt(plaintext, [Recipient(identity)], armor, random.Fill);

                    Assert.Equal(plaintext, AgeFile.Decrypt(file, [identity]));
                },
                iter: 30
            );
    }

    [Fact]
    public void The_first_identity_that_fits_opens_the_file()
    {
        using var first = AgeKeygen.Generate(postQuantum: false, new TestRandom(1).Fill);
        using var second = AgeKeygen.Generate(postQuantum: false, new TestRandom(2).Fill);
        using var stranger = AgeKeygen.Generate(postQuantum: false, new TestRandom(3).Fill);
        var file = AgeFile.Encrypt("x"u8, [Recipient(first), Recipient(second)], armor: true, new TestRandom().Fill);

        Assert.Equal("x"u8, AgeFile.Decrypt(file, [stranger, second]));
        var failure = Assert.Throws<AgeException>(() => AgeFile.Decrypt(file, [stranger]));
        Assert.Equal(AgeFailure.NoMatch, failure.Failure);
    }

    private static AgeRecipient Recipient(AgeIdentity identity) =>
        Assert.IsType<AgeRecipient>(identity.Recipient, exactMatch: false);
}
