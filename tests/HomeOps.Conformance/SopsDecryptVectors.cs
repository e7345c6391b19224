using System.Text;
using HomeOps.Sops;

namespace HomeOps.Conformance;

/// <summary>Files that decrypt: the plaintext, its JSON form, and the encrypted file written again, byte for byte.</summary>
internal static class SopsDecryptVectors
{
    public static string? Run(SopsVector vector)
    {
        var name = vector.File("enc");
        var format = SopsFormat.For(name);
        using var keys = vector.Keys();
        var plain = format.Decrypt(vector.Source(name), keys);
        return Plaintext(vector, format, plain) ?? Reemitted(vector, format, name) ?? Extras(vector, format, name);
    }

    public static string? RunWithDataKey(SopsVector vector)
    {
        var name = vector.File("enc");
        var format = SopsFormat.For(name);
        var key = Convert.FromHexString(vector.Text("data_key_hex") ?? "");
        return Plaintext(vector, format, format.Decrypt(vector.Source(name), key));
    }

    private static string? Plaintext(SopsVector vector, SopsFormat format, SopsPlain plain)
    {
        var expected = SopsVector.Text(vector.Expected, "plain") ?? vector.File("dec");
        var bytes =
            format == SopsFormat.Binary
                ? plain.ToBytes()
                : Encoding.UTF8.GetBytes(plain.ToText(format, vector.Indents));
        var fault = vector.Differs(expected, bytes);
        return fault is null && SopsVector.Text(vector.Expected, "json") is { } json
            ? vector.Differs(json, plain.ToText(SopsFormat.Json, vector.Indents))
            : fault;
    }

    private static string? Reemitted(SopsVector vector, SopsFormat format, string name)
    {
        var expected = vector.Text("reemit_3.13.1");
        return expected is null
            ? null
            : vector.Differs(
                expected == "identical" ? name : expected,
                format.Reformat(vector.Source(name), vector.Indents)
            );
    }

    private static string? Extras(SopsVector vector, SopsFormat format, string name)
    {
        if (vector.Expected.TryGetProperty("exit_with_only_x25519_1", out var exit))
        {
            using var keys = vector.Keys("x25519-1.txt");
            return SopsExit.Compare(exit.GetInt32(), () => format.Decrypt(vector.Source(name), keys));
        }

        return vector.Expected.TryGetProperty("filestatus", out _) ? SopsFailureVectors.RunStatus(vector) : null;
    }
}
