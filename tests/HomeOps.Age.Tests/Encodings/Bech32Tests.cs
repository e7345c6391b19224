using CsCheck;

namespace HomeOps.Age.Tests;

public sealed class Bech32Tests
{
    [Fact]
    public void What_was_written_is_read_back_in_either_case() =>
        Gen
            .Byte.Array[0, 100]
            .Sample(bytes =>
            {
                var text = Bech32.Encode("age-secret-key-", bytes);

                Assert.Equal(Bech32Fault.None, Bech32.Decode(text, "age-secret-key-", out var lower));
                Assert.Equal(
                    Bech32Fault.None,
                    Bech32.Decode(text.ToUpperInvariant(), "AGE-SECRET-KEY-", out var upper)
                );
                Assert.Equal(bytes, lower);
                Assert.Equal(bytes, upper);
            });

    [Fact]
    public void One_wrong_character_is_always_noticed()
    {
        const string Text = TestKeys.ClassicRecipient;
        const string Digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
        for (var at = 4; at < Text.Length; at++)
        {
            foreach (var digit in Digits.Where(d => d != Text[at]))
            {
                Assert.Equal(
                    Bech32Fault.Checksum,
                    Bech32.Decode($"{Text[..at]}{digit}{Text[(at + 1)..]}", "age", out _)
                );
            }
        }
    }

    [Theory]
    [InlineData("a12uel5l", Bech32Fault.None)] // BIP 173: no bytes at all
    [InlineData("A12UEL5L", Bech32Fault.None)]
    [InlineData("a1lqfn3a", Bech32Fault.Checksum)] // the same in Bech32m (BIP 350)
    [InlineData("A12uel5l", Bech32Fault.MixedCase)]
    [InlineData("a1uel5l", Bech32Fault.TooShort)]
    [InlineData("12uel5l", Bech32Fault.TooShort)]
    [InlineData("", Bech32Fault.TooShort)]
    [InlineData("b12uel5l", Bech32Fault.OtherPrefix)]
    [InlineData("a12uelbl", Bech32Fault.InvalidCharacter)]
    [InlineData("a12uelél", Bech32Fault.InvalidCharacter)]
    public void A_fault_is_told_from_others(string text, object fault) =>
        Assert.Equal(fault, Bech32.Decode(text, "a", out _));
}
