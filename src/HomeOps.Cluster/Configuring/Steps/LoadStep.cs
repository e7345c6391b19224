using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Reads the inputs and makes the keys that are missing when that is asked for. Whether a missing file matters is decided by
/// <see cref="ValidateStep"/>, which knows the cluster.
/// </summary>
internal static class LoadStep
{
    private const string ProjectFile = "makejinja.toml";
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly string[] KeyFiles =
    [
        AgeKey.FileName,
        DeployKey.FileName,
        PushToken.FileName,
        TunnelFile.FileName,
    ];

    public static LoadedInputs Run(
        ConfigureRequest request,
        FileTree source,
        FileTree repository,
        DiagnosticBag findings
    )
    {
        var isApart = !ReferenceEquals(source, repository);
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in KeyFiles)
        {
            if (Read(repository, name, findings) is { } own)
            {
                keys[name] = own;
            }
            else if (isApart && Read(source, name, findings) is { } given)
            {
                keys[name] = given;
            }
        }

        var isProject = source.Find(ProjectFile) is { Kind: EntryKind.File };
        var hasPublicKey =
            repository.Find(DeployKey.PublicFileName) is not null || source.Find(DeployKey.PublicFileName) is not null;
        var made = request.CreateKeys ? MissingKeys.Make(keys, hasPublicKey, request) : [];
        return new LoadedInputs
        {
            Source = source,
            Repository = repository,
            IsProject = isProject,
            Cluster = ReadText(source, ClusterFile.Name, findings),
            Nodes = ReadText(source, NodesFile.Name, findings),
            Keys = keys,
            NewFiles = isApart ? [.. made, .. InputCopies.Of(request, source, repository, keys, findings)] : made,
            CreatedKeys = [.. made.Select(static f => f.Path)],
        };
    }

    private static SourceText? ReadText(FileTree tree, string name, DiagnosticBag findings)
    {
        if (Read(tree, name, findings) is not { } bytes)
        {
            return null;
        }

        var shown = TreePath.Join(tree.Root, name);
        try
        {
            return new SourceText(shown, Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            findings.Add(InputFileDiagnostics.NotUtf8(name, Location.OfFile(shown)));
            return null;
        }
    }

    private static byte[]? Read(FileTree tree, string name, DiagnosticBag findings)
    {
        try
        {
            switch (tree.Find(name))
            {
                case null:
                    return null;
                case { Kind: EntryKind.File }:
                    return tree.Read(name);
                case { Kind: EntryKind.Folder }:
                    findings.Add(Unreadable("it is a folder"));
                    return null;
                default:
                    findings.Add(Unreadable("it is a link that leads out of the folder, or nowhere"));
                    return null;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(Unreadable(FileFailure.Reason(e)));
            return null;
        }

        Diagnostic Unreadable(string reason) =>
            InputFileDiagnostics.Unreadable(name, reason, Location.OfFile(TreePath.Join(tree.Root, name)));
    }
}
