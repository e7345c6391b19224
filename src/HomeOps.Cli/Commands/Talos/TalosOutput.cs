using HomeOps.Files;
using HomeOps.Talos;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>The folder of the generated files: what writing would do, and writing it, all or nothing.</summary>
internal sealed class TalosOutput(TalosProject project, GenConfigResult result, ConflictRule conflicts, bool isPart)
{
    // The lines that somebody added to .gitignore are in the new one.
    private static readonly HashSet<string> Merged = new(StringComparer.Ordinal) { ".gitignore" };

    private const UnixFileMode PrivateFolder =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly List<MemoryFile> files =
    [
        .. result.Files.Select(static f => f with { Path = TreePath.Name(f.Path) }),
    ];

    private readonly FileSetOptions options = new(conflicts) { IsPart = isPart, Merged = Merged };

    /// <summary>What would be done file by file; names are those in the output folder.</summary>
    public FileSetPlan Plan() => new FileSetWriter(project.OutputFolder).Plan(files, options);

    /// <summary>Writes; findings are placed as seen from the working folder.</summary>
    public FileSetOutcome Write()
    {
        Directory.CreateDirectory(project.OutputFolder, PrivateFolder);
        var outcome = new FileSetWriter(project.OutputFolder).Write(files, options);
        return outcome with { Diagnostics = [.. outcome.Diagnostics.Select(Placed)] };
    }

    /// <summary>A finding about a file of the folder, as seen from the working folder.</summary>
    public Diagnostic Placed(Diagnostic finding) =>
        finding.Location is { } at
            ? finding with
            {
                Location = Location.OfFile(project.ShownOutput(at.Path)),
            }
            : finding;
}
