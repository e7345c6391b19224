using System.Globalization;

namespace HomeOps.Cluster;

/// <summary>The person's environment: variables that lead tools elsewhere, keys of other places, the clock.</summary>
internal static class MachineChecks
{
    // Checkouts and copies from another machine may carry times a little ahead.
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    public static IEnumerable<DoctorCheck> Run(DoctorRequest request) =>
        [
            Variable(request, "SOPS_AGE_KEY_FILE", "sops", AgeKey.FileName),
            Variable(request, "TALOSCONFIG", "talosctl", "talos/clusterconfig/talosconfig"),
            Variable(request, "KUBECONFIG", "kubectl", "talos/clusterconfig/kubeconfig", "kubeconfig"),
            Stray(request),
            Clock(request),
        ];

    // The first of the files is the usual one.
    private static DoctorCheck Variable(DoctorRequest request, string name, string tool, params string[] files)
    {
        var file = files[0];
        if (request.Environment.GetValueOrDefault(name) is not { Length: > 0 } value)
        {
            return new DoctorCheck(
                name,
                DoctorState.Note,
                "is not set",
                $"for {tool} in this repository: export {name}=\"$PWD/{file}\""
            );
        }

        var path = Path.GetFullPath(value, request.Folder);
        return Array.Find(files, f => Path.Join(request.Folder, f) == path) is { } own
            ? new DoctorCheck(name, DoctorState.Good, $"names {own} of this repository")
            : new DoctorCheck(
                name,
                DoctorState.Warning,
                $"leads {tool} to another place",
                $"in this repository: export {name}=\"$PWD/{file}\""
            );
    }

    private static DoctorCheck Stray(DoctorRequest request)
    {
        const string Name = "keys of other places";
        return StrayKey.Find(request.Environment, request.Folder) is { } path
            ? FileChecks.Of(Name, InputFileDiagnostics.StrayKey(path))
            : new DoctorCheck(Name, DoctorState.Good, "sops finds none");
    }

    // Certificates and tokens made by a clock that is behind are not valid yet, or no longer.
    private static DoctorCheck Clock(DoctorRequest request)
    {
        const string Name = "clock";
        var now = request.Time.GetUtcNow();
        var file = Path.Join(request.Folder, ClusterFile.Name);
        if (!File.Exists(file) || File.GetLastWriteTimeUtc(file) <= now.UtcDateTime + Tolerance)
        {
            return new DoctorCheck(Name, DoctorState.Good, "is not behind the files of the repository");
        }

        var shown = now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DoctorCheck(
            Name,
            DoctorState.Warning,
            $"shows {shown} UTC, and {ClusterFile.Name} was written later than that",
            "set the clock: certificates are made with its time"
        );
    }
}
