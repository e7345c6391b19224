namespace HomeOps.Cli.Commands;

/// <summary>How things of SOPS are shown to people.</summary>
internal static class SopsText
{
    /// <summary>A post-quantum recipient is 1959 characters long; its beginning tells keys apart.</summary>
    public static string Short(string recipient) => recipient.Length <= 70 ? recipient : recipient[..32] + "…";
}
