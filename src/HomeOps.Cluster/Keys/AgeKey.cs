using HomeOps.Age;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The key that opens every secret of a repository.</summary>
internal static class AgeKey
{
    /// <summary>The file it stands in.</summary>
    public const string FileName = "age.key";

    /// <summary>SECRET. The text of a new key file.</summary>
    public static string Generate(bool isClassic, TimeProvider time, RandomFill random)
    {
        using var identity = AgeKeygen.Generate(!isClassic, random);
        return AgeKeygen.FileText(identity, time.GetLocalNow());
    }

    /// <summary>The identities of a key file; null when it cannot be read, which is then among the findings.</summary>
    /// <param name="text">SECRET. The file's text.</param>
    /// <param name="path">How the file is called in findings.</param>
    /// <param name="findings">Where findings go.</param>
    public static IReadOnlyList<AgeIdentity>? Read(string text, string path, DiagnosticBag findings)
    {
        try
        {
            return AgeIdentityFile.Parse(new SourceText(path, text));
        }
        catch (AgeException e)
        {
            findings.Add(
                e.Diagnostic.Location is null ? e.Diagnostic with { Location = Location.OfFile(path) } : e.Diagnostic
            );
            return null;
        }
    }
}
