using CsCheck;
using HomeOps.Sops.Ciphering;

namespace HomeOps.Sops.Tests.Ciphering;

public sealed class ShamirTests
{
    // 0x53 and 0xCA are inverse to each other in the AES field: 0x53 * 0xCA = 1.
    [Fact]
    public void Combines_parts_of_a_line_worked_out_by_hand()
    {
        // f(x) = 0x2A + 0x01 x, so that f(1) = 0x2B and f(2) = 0x28.
        Assert.Equal(
            [0x2A],
            Shamir.Combine([
                [0x2B, 1],
                [0x28, 2],
            ])
        );
        Assert.Equal(
            [0x2A],
            Shamir.Combine([
                [0x28, 2],
                [0x2B, 1],
            ])
        );
    }

    [Fact]
    public void Any_two_of_three_parts_recover_the_secret() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Byte.Array[32])
            .Sample(
                (secret, slope) =>
                {
                    byte[][] parts = [Part(secret, slope, 1), Part(secret, slope, 2), Part(secret, slope, 3)];
                    Assert.Equal(secret, Shamir.Combine([parts[0], parts[1]]));
                    Assert.Equal(secret, Shamir.Combine([parts[2], parts[0]]));
                    Assert.Equal(secret, Shamir.Combine(parts));
                },
                iter: 200
            );

    [Fact]
    public void Refuses_parts_that_do_not_go_together()
    {
        Assert.Null(
            Shamir.Combine([
                [1, 1],
            ])
        );
        Assert.Null(
            Shamir.Combine([
                [1, 1],
                [2, 1],
            ])
        );
        Assert.Null(
            Shamir.Combine([
                [1, 1],
                [2, 3, 2],
            ])
        );
        Assert.Null(
            Shamir.Combine([
                [1],
                [2],
            ])
        );
    }

    // One point of a line over GF(2^8) for each byte, by multiplication as in school.
    private static byte[] Part(byte[] secret, byte[] slope, byte x)
    {
        var part = new byte[secret.Length + 1];
        for (var i = 0; i < secret.Length; i++)
        {
            var product = 0;
            for (var bit = 0; bit < 2; bit++)
            {
                product ^= (x >> bit & 1) == 1 ? slope[i] << bit : 0;
            }

            part[i] = (byte)(secret[i] ^ (product > 255 ? product ^ 0x11B : product));
        }

        part[^1] = x;
        return part;
    }
}
