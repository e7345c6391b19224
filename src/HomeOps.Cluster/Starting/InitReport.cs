using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>What an init run made.</summary>
/// <param name="Files">The files, in the order a person needs them.</param>
/// <param name="Findings">What went wrong; empty when all went well.</param>
/// <param name="Recipient">The age recipient of the repository; null when there is no readable key.</param>
/// <param name="DeployKey">The public half of the deploy key, one line to paste into GitHub; null when there is none.</param>
public sealed record InitReport(
    IReadOnlyList<InitFile> Files,
    IReadOnlyList<Diagnostic> Findings,
    string? Recipient,
    string? DeployKey
)
{
    /// <summary>0 done, 1 an error.</summary>
    public int ExitCode => Findings.Any(static f => f.Severity == Severity.Error) ? 1 : 0;
}

/// <summary>One file of a new repository.</summary>
/// <param name="Path">Path in the repository.</param>
/// <param name="IsNew">Whether it was made now; an existing file is never touched.</param>
/// <param name="Purpose">What it is for, and what the person does with it.</param>
public sealed record InitFile(string Path, bool IsNew, string Purpose);
