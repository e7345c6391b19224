using HomeOps.Age;

namespace HomeOps.Cluster;

/// <summary>The secret that GitHub and Flux share, so that Flux believes a webhook call.</summary>
internal static class PushToken
{
    /// <summary>The file it stands in.</summary>
    public const string FileName = "github-push-token.txt";

    private const int Bytes = 16;

    /// <summary>SECRET. A new token: 32 hexadecimal digits and a line end.</summary>
    public static string Generate(RandomFill random)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        random(bytes);
        return Convert.ToHexStringLower(bytes) + "\n";
    }
}
