using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ArmAes = System.Runtime.Intrinsics.Arm.Aes;

namespace HomeOps.Sops.Ciphering;

/// <summary>The product of two polynomials over GF(2), 64 bits each, in time that does not depend on them.</summary>
internal abstract class CarrylessProduct
{
    /// <summary>The fastest way this processor has.</summary>
    public static CarrylessProduct OfProcessor { get; } =
        Pclmulqdq.IsSupported ? new X86()
        : ArmAes.IsSupported ? new Arm()
        : new Bitwise();

    /// <summary>The way that works everywhere.</summary>
    public static CarrylessProduct Portable { get; } = new Bitwise();

    public abstract UInt128 Of(ulong a, ulong b);

    private static UInt128 ToNumber(Vector128<ulong> product) => new(product.GetElement(1), product.ToScalar());

    private sealed class X86 : CarrylessProduct
    {
        public override UInt128 Of(ulong a, ulong b) =>
            ToNumber(Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(a), Vector128.CreateScalar(b), 0));
    }

    private sealed class Arm : CarrylessProduct
    {
        public override UInt128 Of(ulong a, ulong b) =>
            ToNumber(ArmAes.PolynomialMultiplyWideningLower(Vector64.Create(a), Vector64.Create(b)));
    }

    private sealed class Bitwise : CarrylessProduct
    {
        public override UInt128 Of(ulong a, ulong b)
        {
            var product = UInt128.Zero;
            UInt128 shifted = a;
            for (var bit = 0; bit < 64; bit++)
            {
                // All ones or all zeros: no branch on a bit of the key.
                var mask = unchecked(0UL - ((b >> bit) & 1));
                product ^= shifted & new UInt128(mask, mask);
                shifted <<= 1;
            }

            return product;
        }
    }
}
