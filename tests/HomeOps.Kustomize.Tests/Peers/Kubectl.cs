using System.Diagnostics;
using HomeOps.Testing;

namespace HomeOps.Kustomize.Tests.Peers;

/// <summary>The real kustomize: that of kubectl, which .ci/run installs.</summary>
internal static class Kubectl
{
    /// <summary>The options under which a build answers to <c>kubectl kustomize</c>.</summary>
    public static KustomizeOptions Options { get; } =
        new()
        {
            Order = KustomizeOrder.Legacy,
            IsRootOnly = true,
            Version = "v5.7.1",
        };

    /// <summary>Says why a comparison is skipped where the program is not installed.</summary>
    public static void Require() =>
        Assert.SkipWhen(PeerProgram.Folder is null, "compares with kubectl's kustomize, which .ci/run installs");

    /// <summary>What <c>kubectl kustomize</c> prints for a tree; null when it fails, with what it says.</summary>
    public static (string? Yaml, string Error) Build(IEnumerable<KeyValuePair<string, string>> files)
    {
        var folder = Directory.CreateTempSubdirectory("homeops-").FullName;
        try
        {
            foreach (var (path, text) in files)
            {
                var file = Path.Join(folder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }

            var start = new ProcessStartInfo(Path.Join(PeerProgram.Folder, "kubectl/kubectl"), ["kustomize", "."])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start) ?? throw new InvalidOperationException("kubectl did not start");
            var error = process.StandardError.ReadToEndAsync();
            var yaml = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode == 0 ? yaml : null, error.Result);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
