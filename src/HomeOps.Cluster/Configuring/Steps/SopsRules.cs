using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The rules that say which files are encrypted.</summary>
internal static class SopsRules
{
    // The other ending of YAML files, under which sops does not look.
    private const string OtherName = ".sops.yml";

    /// <summary>The rules of the rendered .sops.yaml, or else of the one on disk; null when there is none or it is faulty.</summary>
    public static SopsConfig? Read(MemoryTree rendered, FileTree disk, DiagnosticBag findings)
    {
        if (disk.Find(OtherName) is { Kind: EntryKind.File })
        {
            findings.Add(SopsConfig.WrongName(OtherName));
        }

        if ((rendered.TryRead(SopsConfig.FileName) ?? disk.TryRead(SopsConfig.FileName)) is not { } bytes)
        {
            return null;
        }

        try
        {
            var config = SopsConfig.Parse(new SourceText(SopsConfig.FileName, Encoding.UTF8.GetString(bytes)));
            findings.AddRange(config.Diagnostics);
            return config;
        }
        catch (SopsException e)
        {
            findings.Add(e.Diagnostic);
            return null;
        }
    }

    /// <summary>Whether a file's name says that it is encrypted: <c>secret.sops.yaml</c>.</summary>
    public static bool IsNamedSecret(string path)
    {
        var name = TreePath.Name(path);
        return name != SopsConfig.FileName && name.Contains(".sops.", StringComparison.Ordinal);
    }
}
