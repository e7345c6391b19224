using System.Text;
using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>Damaged armor. What is accepted has only one spelling: armored again it is the same text, but for blanks around it and CR before LF.</summary>
public sealed class ArmorFuzzTests
{
    private static readonly string[] Pieces =
    [
        "\n",
        "\r\n",
        "\n\n",
        "\r",
        " ",
        "=",
        "==",
        "-----",
        "-----BEGIN AGE ENCRYPTED FILE-----\n",
        "-----END AGE ENCRYPTED FILE-----\n",
        "age-encryption.org/v1\n",
    ];

    [Fact]
    public void Damaged_armor_is_refused_or_is_the_armor_of_what_it_decodes_to() =>
        TestContext.Current.TestOutputHelper?.WriteLine(FuzzRun.Of("age armor", Execute).ToString());

    private static bool Execute(Random random)
    {
        var content = new byte[random.Next(4) * 48 + (random.Next(2) * random.Next(48))];
        random.NextBytes(content);
        var text = Armored(content);
        text = random.Next(3) == 0 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
        var input = Fuzz.Damage(Encoding.ASCII.GetBytes(text), random, Pieces);
        byte[] decoded;
        try
        {
            if (ArmorDetection.Open(new MemoryStream(input)) is not ArmorReader armor)
            {
                return false;
            }

            decoded = ReadAll(armor);
        }
        catch (AgeException)
        {
            return false;
        }

        Assert.Equal(
            Armored(decoded).TrimEnd('\n'),
            Encoding.Latin1.GetString(input).Replace("\r\n", "\n", StringComparison.Ordinal).Trim(' ', '\t', '\r', '\n')
        );
        return true;
    }

    private static string Armored(byte[] content)
    {
        var output = new MemoryStream();
        var armor = new ArmorWriter(output);
        armor.Write(content);
        armor.Finish();
        return Encoding.ASCII.GetString(output.ToArray());
    }

    private static byte[] ReadAll(IByteSource source)
    {
        var output = new MemoryStream();
        var buffer = new byte[100];
        for (var count = source.ReadFully(buffer); count > 0; count = source.ReadFully(buffer))
        {
            output.Write(buffer, 0, count);
        }

        return output.ToArray();
    }
}
