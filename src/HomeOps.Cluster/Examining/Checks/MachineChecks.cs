using System.Globalization;

namespace HomeOps.Cluster;

/// <summary>The person's environment: variables that lead tools elsewhere, keys of other places, the clock.</summary>
internal static class MachineChecks
{
    // Checkouts and copies from another machine may carry times a little ahead.
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    public static IEnumerable<DoctorCheck> Run(DoctorRequest request) =>
        [
            Variable(request, "SOPS_AGE_KEY_FILE", AgeKey.FileName, "sops"),
            Variable(request, "TALOSCONFIG", "talos/clusterconfig/talosconfig", "talosctl"),
            Variable(request, "KUBECONFIG", "kubeconfig", "kubectl"),
            Stray(request),
            Clock(request),
        ];

    private static DoctorCheck Variable(DoctorRequest request, string name, string file, string tool)
    {
        var wanted = Path.Join(request.Folder, file);
        if (request.Environment.GetValueOrDefault(name) is not { Length: > 0 } value)
        {
            return new DoctorCheck(
                name,
                DoctorState.Note,
                "is not set",
                $"for {tool} in this repository: export {name}=\"$PWD/{file}\""
            );
        }

        return string.Equals(Path.GetFullPath(value, request.Folder), wanted, StringComparison.Ordinal)
            ? new DoctorCheck(name, DoctorState.Good, $"names {file} of this repository")
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
