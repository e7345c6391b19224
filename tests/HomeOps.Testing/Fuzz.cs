using System.Globalization;

namespace HomeOps.Testing;

/// <summary>Damages valid input at random places: what is read then is nearly right, which is where parsers err.</summary>
public static class Fuzz
{
    /// <summary>How many inputs a fuzz test tries: few by default, HOMEOPS_FUZZ for a long run.</summary>
    public static int Count { get; } =
        int.TryParse(
            Environment.GetEnvironmentVariable("HOMEOPS_FUZZ"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count
        )
            ? count
            : 500;

    /// <summary>The first seed when HOMEOPS_FUZZ_SEED gives one.</summary>
    public static int? Seed { get; } =
        int.TryParse(
            Environment.GetEnvironmentVariable("HOMEOPS_FUZZ_SEED"),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var seed
        )
            ? seed
            : null;

    /// <summary>One to four damages: a byte replaced, a piece cut out, doubled, moved, or foreign text put in.</summary>
    /// <param name="input">A valid input.</param>
    /// <param name="seed">Decides everything.</param>
    /// <param name="pieces">Text that means something to the parser.</param>
    public static byte[] Damage(byte[] input, uint seed, params string[] pieces) =>
        Damage(input, new Random((int)seed), pieces);

    /// <summary>The same, from a source of decisions that others draw from too.</summary>
    public static byte[] Damage(byte[] input, Random random, params string[] pieces)
    {
        var bytes = new List<byte>(input);
        for (var times = 1 + (random.Next(2) * random.Next(4)); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    // A byte of the same alphabet, more often than not.
                    bytes[at] = bytes[random.Next(bytes.Count)];
                    break;
                default:
                    var piece = pieces.Length == 0 ? "\n" : pieces[random.Next(pieces.Length)];
                    bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(piece));
                    break;
            }
        }

        return [.. bytes];
    }
}
