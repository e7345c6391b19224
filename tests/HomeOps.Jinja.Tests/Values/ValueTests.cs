using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using CsCheck;
using HomeOps.Jinja.Formatting;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Values;

public sealed class ValueTests
{
    [Fact]
    public void A_value_takes_sixteen_bytes() => Assert.Equal(16, Unsafe.SizeOf<Value>());

    [Fact]
    public void The_default_is_no_value() => Assert.True(default(Value).IsMissing);

    [Fact]
    public void A_small_number_given_as_big_becomes_small() =>
        Assert.Equal(ValueKind.Int, Value.Integer(BigInteger.Pow(2, 62)).Kind);

    [Fact]
    public void Equal_numbers_hash_alike() =>
        Gen.Int.Sample(number =>
        {
            Assert.Equal(Value.FromInt64(number), Value.FromDouble(number));
            Assert.Equal(Value.FromInt64(number).GetHashCode(), Value.FromDouble(number).GetHashCode());
        });

    [Fact]
    public void Large_equal_numbers_hash_alike()
    {
        var big = Value.Integer(BigInteger.Pow(2, 100));
        var real = Value.FromDouble(Math.Pow(2, 100));
        Assert.Equal(big, real);
        Assert.Equal(big.GetHashCode(), real.GetHashCode());
    }

    [Fact]
    public void A_printed_float_reads_back_as_the_same_float() =>
        Gen.Double.Sample(number =>
        {
            if (double.IsFinite(number))
            {
                var text = PyText.Str(number);
                Assert.Equal(number, double.Parse(text, CultureInfo.InvariantCulture));
                Assert.Contains(text, static c => c is '.' or 'e');
            }
        });

    // number = mantissa * 2^exponent exactly; the printed digits are off by at most half of their last place.
    [Fact]
    public void Fixed_digits_are_within_half_a_unit_of_the_exact_value() =>
        Gen.Select(Gen.Long[0, 1L << 53], Gen.Int[-80, 20], Gen.Int[0, 12])
            .Sample(
                (mantissa, exponent, decimals) =>
                {
                    var number = Math.ScaleB(mantissa, exponent);
                    var digits = BigInteger.Parse(
                        ExactDecimal.Fixed(number, decimals).Replace(".", "", StringComparison.Ordinal),
                        CultureInfo.InvariantCulture
                    );
                    var scale = BigInteger.Pow(2, 80);
                    var exact = mantissa * BigInteger.Pow(2, exponent + 80) * BigInteger.Pow(10, decimals);
                    Assert.True(BigInteger.Abs((digits * scale) - exact) * 2 <= scale);
                }
            );

    [Fact]
    public void Integers_calculate_without_overflow() =>
        Gen.Select(Gen.Long, Gen.Long)
            .Sample(
                (a, b) =>
                {
                    var context = new PlainContext();
                    Assert.Equal((BigInteger)a + b, Arithmetic.Add(context, a, b).AsBigInteger);
                    Assert.Equal((BigInteger)a - b, Arithmetic.Subtract(context, a, b).AsBigInteger);
                    Assert.Equal((BigInteger)a * b, Arithmetic.Multiply(context, a, b).AsBigInteger);
                    if (b != 0)
                    {
                        var quotient = Arithmetic.FloorDivide(context, a, b).AsBigInteger;
                        var rest = Arithmetic.Modulo(context, a, b).AsBigInteger;
                        Assert.Equal(a, (quotient * b) + rest);
                        Assert.True(rest.IsZero || rest.Sign == Math.Sign(b));
                    }
                }
            );

    private sealed class PlainContext : EvaluationContext
    {
        public override UndefinedMode UndefinedMode => UndefinedMode.Default;

        public override Limits Limits => Limits.Default;

        public override int NextRandom(int bound) => 0;

        public override Filter? FindFilter(string name) => null;

        public override Test? FindTest(string name) => null;
    }
}
