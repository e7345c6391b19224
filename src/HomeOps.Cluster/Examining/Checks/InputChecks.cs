using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The inputs: they are there, in order, and closed to other users where they hold secrets.</summary>
internal sealed class InputChecks
{
    private readonly DiskTree tree;
    private readonly ClusterReading reading;

    public InputChecks(DiskTree tree)
    {
        this.tree = tree;
        var isProject = tree.Find("makejinja.toml") is { Kind: EntryKind.File };
        reading = ClusterReader.Read(Text(ClusterFile.Name), Text(NodesFile.Name), isProject);
    }

    /// <summary>The repository that Flux follows; null while the inputs have an error.</summary>
    public string? RepositoryName => reading.Model?.Cluster.RepositoryName;

    public IEnumerable<DoctorCheck> Run() =>
        [
            Described(ClusterFile.Name),
            Described(NodesFile.Name),
            Private(TunnelFile.FileName),
            Private(PushToken.FileName),
        ];

    private DoctorCheck Described(string name)
    {
        var errors = reading.Findings.Count(f => f.Severity == Severity.Error && f.Location?.Path == name);
        return errors == 0
            ? Private(name)
            : new DoctorCheck(
                name,
                DoctorState.Failed,
                $"has {errors} {(errors == 1 ? "mistake" : "mistakes")}",
                "`homeops configure --check` shows them"
            );
    }

    private DoctorCheck Private(string name)
    {
        var place = Location.OfFile(name);
        return FileChecks.TryRead(tree, name) switch
        {
            null => FileChecks.Of(name, InputFileDiagnostics.Missing(name, place)),
            { Length: 0 } => FileChecks.Of(name, InputFileDiagnostics.Empty(name, place)),
            _ when name != NodesFile.Name && FileChecks.IsOpenToOthers(tree, name) => FileChecks.Of(
                name,
                InputFileDiagnostics.ReadableByOthers(name, place)
            ),
            _ => new DoctorCheck(name, DoctorState.Good, "is there"),
        };
    }

    private SourceText? Text(string name) =>
        FileChecks.TryRead(tree, name) is { } bytes ? new SourceText(name, Encoding.UTF8.GetString(bytes)) : null;
}
