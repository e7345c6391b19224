using HomeOps.Age;
using HomeOps.Sops;

namespace HomeOps.Conformance;

/// <summary>Files that must be refused, and for which reason; and what can be said of a file without a key.</summary>
internal static class SopsFailureVectors
{
    public static string? RunNegative(SopsVector vector)
    {
        var name = vector.File("enc");
        var format = SopsFormat.For(name);
        using var keys = vector.Keys();
        return SopsExit.Compare(vector.Exit, () => format.Decrypt(vector.Source(name), keys))
            ?? IgnoringMac(vector, format, name, keys)
            ?? RunStatus(vector);
    }

    public static string? RunEncryptError(SopsVector vector)
    {
        var name = vector.File("in");
        using var identity = AgeKeygen.Generate(postQuantum: false, SopsContext.System.Random);
        return SopsExit.Compare(
            vector.Exit,
            () =>
                SopsFormat
                    .For(name)
                    .Encrypt(vector.Source(name), CreationRule.For(identity.Recipient!), SopsContext.System)
        );
    }

    public static string? RunStatus(SopsVector vector)
    {
        var expected = SopsVector.Text(vector.Expected, "filestatus") ?? SopsVector.Text(vector.Expected, "stdout");
        var exit = vector.Expected.TryGetProperty("filestatus_exit", out var code) ? code.GetInt32() : 0;
        if (expected is null && exit == 0)
        {
            return null;
        }

        var name =
            vector.Files.FirstOrDefault(static f => f.StartsWith("enc.", StringComparison.Ordinal))
            ?? vector.Files.First();
        var actual = "";
        var fault = SopsExit.Compare(exit, () => actual = Print(SopsFormat.For(name).Status(vector.Source(name))));
        return fault ?? (exit != 0 || actual == expected ? null : $"status {actual}, expected {expected}");
    }

    private static string Print(SopsStatus status) => $"{{\"encrypted\":{(status.IsEncrypted ? "true" : "false")}}}";

    private static string? IgnoringMac(SopsVector vector, SopsFormat format, string name, SopsKeyRing keys)
    {
        if (!vector.Expected.TryGetProperty("exit_ignore_mac", out var exit))
        {
            return null;
        }

        SopsPlain? plain = null;
        var fault = SopsExit.Compare(
            exit.GetInt32(),
            () => plain = format.Decrypt(vector.Source(name), keys, ignoreMac: true)
        );
        const string expected = "dec-ignore-mac.yaml";
        return fault is null && plain is not null && vector.Has(expected)
            ? vector.Differs(expected, plain.ToText(format, vector.Indents))
            : fault;
    }
}
