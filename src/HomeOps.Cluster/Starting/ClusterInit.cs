using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Starts a repository: sample inputs, keys, .gitignore. A file that exists is left as it is, so running it again only adds
/// what is missing.
/// </summary>
public static class ClusterInit
{
    /// <summary>Makes the files. When a value given is refused, nothing is made.</summary>
    public static InitReport Run(InitRequest request)
    {
        var findings = new DiagnosticBag();
        var placeholders = InitFlags.Placeholders(request, findings);
        if (findings.HasErrors || !MakeFolder(request.Folder, findings))
        {
            return new InitReport([], findings.Ordered(), Recipient: null, DeployKey: null);
        }

        PrivateFile.RemoveRemains(request.Folder, NewFile.Names);
        var files = new NewFiles(request.Folder, findings);

        // First, so that no key stands in the folder for a moment without being ignored by Git.
        files.Add(GitIgnore.FileName, "keeps keys and tokens out of Git", BlueprintTree.GitIgnore);
        files.Add(
            ClusterFile.Name,
            "describes the cluster: fill in what is empty",
            () => Sample.Text(ClusterFile.Name, placeholders),
            isPrivate: true
        );
        files.Add(
            NodesFile.Name,
            "describes the nodes: replace the two samples",
            () => Sample.Text(NodesFile.Name, placeholders)
        );
        files.Add(
            AgeKey.FileName,
            "opens every secret: keep a copy in a safe place",
            () => AgeKey.Generate(request.ClassicKey, request.Time, request.Random),
            isPrivate: true
        );
        AddDeployKey(request, files);
        files.Add(
            PushToken.FileName,
            "secret of the webhook that tells Flux about a push",
            () => PushToken.Generate(request.Random),
            isPrivate: true
        );
        return new InitReport(
            files.Made,
            findings.Ordered(),
            Recipient(request.Folder, findings),
            FirstLine(request.Folder, DeployKey.PublicFileName)
        );
    }

    // The two halves are made together or not at all: a public half without its private one would lead astray.
    private static void AddDeployKey(InitRequest request, NewFiles files)
    {
        const string Purpose = "lets Flux read a private repository";
        const string PublicPurpose = "add it to a private repository's deploy keys";
        if (files.Exists(DeployKey.FileName))
        {
            files.Add(DeployKey.FileName, Purpose, static () => string.Empty, isPrivate: true);
            if (!files.Exists(DeployKey.PublicFileName) && PublicTextOf(request) is { } text)
            {
                files.Add(DeployKey.PublicFileName, PublicPurpose, () => text);
            }

            return;
        }

        if (files.Exists(DeployKey.PublicFileName))
        {
            files.Add(DeployKey.PublicFileName, PublicPurpose, static () => string.Empty);
            return;
        }

        var pair = DeployKey.Generate(request.Random);
        files.Add(DeployKey.FileName, Purpose, () => pair.PrivateText, isPrivate: true);
        files.Add(DeployKey.PublicFileName, PublicPurpose, () => pair.PublicLine + "\n");
    }

    private static string? PublicTextOf(InitRequest request)
    {
        try
        {
            var key = new DiskTree(request.Folder).TryRead(DeployKey.FileName);
            return key is null ? null : DeployKey.PublicTextOf(key);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool MakeFolder(string folder, DiagnosticBag findings)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(InitDiagnostics.FolderNotMade(folder, FileFailure.Reason(e)));
            return false;
        }
    }

    private static string? Recipient(string folder, DiagnosticBag findings)
    {
        if (new DiskTree(folder).TryRead(AgeKey.FileName) is not { } key)
        {
            return null;
        }

        var identities = AgeKey.Read(Encoding.UTF8.GetString(key), AgeKey.FileName, findings);
        var recipient = identities?[0].Recipient?.ToString();
        foreach (var identity in identities ?? [])
        {
            identity.Dispose();
        }

        return recipient;
    }

    private static string? FirstLine(string folder, string name) =>
        new DiskTree(folder).TryRead(name) is { } bytes
            ? Encoding.UTF8.GetString(bytes).Split('\n')[0].TrimEnd('\r')
            : null;
}
