namespace HomeOps.EndToEnd;

/// <summary>Other people's implementations, installed by .ci/run: age, age-encryption, sops-age, kubectl's kustomize.</summary>
internal static class Peers
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("HOMEOPS_PEERS");

    /// <summary>Skips the test on machines where .ci/run did not install the peers.</summary>
    public static string Require()
    {
        Assert.SkipWhen(
            string.IsNullOrEmpty(Folder),
            "compares with Debian's age and npm's age-encryption, sops-age and kubectl, which .ci/run installs"
        );
        return Folder;
    }

    /// <summary>Runs a small JavaScript module with the npm peers in reach; arguments follow in process.argv from index 2.</summary>
    public static Outcome Node(string folder, string module, params string[] args)
    {
        var peers = Require();
        var script = Path.Join(peers, $"e2e-{Guid.NewGuid():n}.mjs");
        File.WriteAllText(script, module);
        try
        {
            return Program.Run("node", folder, [script, .. args]);
        }
        finally
        {
            File.Delete(script);
        }
    }

    /// <summary><c>kubectl kustomize FOLDER</c>.</summary>
    public static Outcome Kustomize(string folder) =>
        Program.Run(Path.Join(Require(), "kubectl", "kubectl"), folder, ["kustomize", "."]);
}
