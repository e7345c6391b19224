using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Follows references.</summary>
internal sealed class ReferenceCheck(RepositoryView repository, DiagnosticBag findings)
{
    /// <summary>Reports a reference that leads nowhere.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="folder">The folder it starts at; empty for the root of the repository.</param>
    /// <param name="source">The file that names it.</param>
    public void Follow(Reference reference, string folder, SourceText source)
    {
        var place = source.At(reference.Node.Span);
        var what = $"{reference.Field} of {source.Path}";
        var given = reference.Target == ReferenceTarget.Folder ? reference.Path.TrimStart('/') : reference.Path;
        if (given.StartsWith('/') || TreePath.Normalize(TreePath.Join(folder, given)) is not { } path)
        {
            findings.Add(CheckDiagnostics.LeavesRepository(what, reference.Path, place));
            return;
        }

        if (repository.HasFile(path))
        {
            if (reference.Target is ReferenceTarget.Folder or ReferenceTarget.Kustomization)
            {
                findings.Add(CheckDiagnostics.MissingReference(what, reference.Path, "such folder", place));
            }

            return;
        }

        if (path.Length > 0 && !repository.HasFolder(path))
        {
            findings.Add(CheckDiagnostics.MissingReference(what, reference.Path, Wanted(reference.Target), place));
            return;
        }

        switch (reference.Target)
        {
            case ReferenceTarget.File:
                findings.Add(CheckDiagnostics.MissingReference(what, reference.Path, Wanted(reference.Target), place));
                break;
            case ReferenceTarget.Kustomization
            or ReferenceTarget.FileOrKustomization when !repository.HasKustomization(path):
                findings.Add(CheckDiagnostics.NoKustomization(what, reference.Path, place));
                break;
            default:
                break;
        }
    }

    private static string Wanted(ReferenceTarget target) =>
        target switch
        {
            ReferenceTarget.File => "such file",
            ReferenceTarget.FileOrKustomization => "such file or folder",
            _ => "such folder",
        };
}
